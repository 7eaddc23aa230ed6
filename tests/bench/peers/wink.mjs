// wink-nlp with its lite model: parts of speech, sentences and entities (dates, amounts, no names) of each story.
import winkNLP from 'wink-nlp'
import model from 'wink-eng-lite-web-model'
import { read_stories } from './stories.mjs'

const nlp = winkNLP(model)
const its = nlp.its
for (const { id, text } of read_stories()) {
  const doc = nlp.readDoc(text)
  const record = { id, pos: doc.tokens().out(its.pos), sentences: doc.sentences().out(its.span), entities: doc.entities().out(its.detail) }
  process.stdout.write(JSON.stringify(record) + '\n')
}
