import type { EventRecord } from '../domain/records.ts'
import { fold } from '../domain/search.ts'

/** What an event is searched by, folded: its scope, summary, quotes and paraphrases. Empty where it has none. */
export function foldedWords(record: EventRecord): string {
  const texts = [
    record.scope,
    record.summary,
    ...record.evidence.flatMap(({ quote, paraphrase }) => [quote, paraphrase]),
  ]
  return fold(texts.filter((text) => text !== null).join(' '))
}
