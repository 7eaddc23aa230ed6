// The stories of standard input, JSON Lines.
import { readFileSync } from 'node:fs'

export function* read_stories() {
  for (const line of readFileSync(0, 'utf8').split('\n')) if (line !== '') yield JSON.parse(line)
}
