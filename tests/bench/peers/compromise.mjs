// compromise: people, places, organizations and quotations of each story; JSON Lines on standard input, one line a story out.
import nlp from 'compromise'
import { read_stories } from './stories.mjs'

for (const { id, text } of read_stories()) {
  const doc = nlp(text)
  const record = { id, people: doc.people().json({ offset: true }), places: doc.places().json({ offset: true }),
                   organizations: doc.organizations().json({ offset: true }), quotes: doc.quotations().json({ offset: true }) }
  process.stdout.write(JSON.stringify(record) + '\n')
}
