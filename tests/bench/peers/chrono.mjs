// chrono-node: dates as calendar days, counted from the day of the story.
import * as chrono from 'chrono-node'
import { read_stories } from './stories.mjs'

for (const { id, text, published } of read_stories()) {
  const dates = chrono.parse(text, published ? new Date(published) : new Date(0))
  const record = { id, dates: dates.map(date => ({ start: date.index, text: date.text, value: date.start.date() })) }
  process.stdout.write(JSON.stringify(record) + '\n')
}
