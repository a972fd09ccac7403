import type { EvidenceCard, SourceLine } from '../types.ts'
import { RELIABILITY_WORDS } from '../words/words.ts'
import { dayWords } from '../words/dates.ts'
import type { AnswerCitation } from './answer.ts'

/** The sources of events, each once, in the order of the events; null where the evidence of one could not be read. */
export function citationsOf(
  events: readonly { readonly id: string; readonly evidence?: readonly EvidenceCard[] }[],
): readonly AnswerCitation[] | null {
  const found = new Map<string, { source: SourceLine; relayedFrom: SourceLine | null; events: string[] }>()
  for (const { id, evidence } of events) {
    if (!evidence) return null
    for (const { source, relayedFrom } of evidence) {
      const key = `${source.id} ${relayedFrom?.id ?? ''}`
      const citation = found.get(key) ?? { source, relayedFrom: relayedFrom ?? null, events: [] }
      if (!citation.events.includes(id)) citation.events.push(id)
      found.set(key, citation)
    }
  }
  return [...found.values()]
}

/** `CNN, carried by Realist English, “Title”, 11 Nov 2025, reliability F: cannot be judged yet, https://…` */
export function citationWords({ source, relayedFrom }: AnswerCitation): string {
  const parts = [
    relayedFrom ? `${relayedFrom.publisher}, carried by ${source.publisher}` : source.publisher,
    source.title ? `“${source.title}”` : '',
    source.published ? dayWords(source.published) : 'day not stated',
    `reliability ${source.reliability}: ${RELIABILITY_WORDS[source.reliability]}`,
    source.url ?? '',
  ]
  return parts.filter(Boolean).join(', ')
}

/** `every act rests on one origin`; null where there is nothing to say it of. */
export function restsWords(origins: readonly number[], one: string): string | null {
  if (origins.length === 0) return null
  const single = origins.filter((number) => number === 1).length
  if (single === origins.length) return `every ${one} rests on one origin`
  return single === 0 ? `every ${one} rests on several origins` : `${single} of ${origins.length} rest on one origin`
}
