import { citationWords } from '../answers/citations.ts'
import type { EventRow, EvidenceCard } from '../types.ts'
import { STANCE_WORDS, speakerWords } from './evidence.ts'

/** One word on an act as a line to be quoted: who, what, where it stands, what it is about, and the link that opens it. */
export function citationText(evidence: EvidenceCard, event: EventRow, link: string): string {
  const { quote, paraphrase, locator, stance, about, source, relayedFrom } = evidence
  const words = [quote ? `“${quote}”` : '', paraphrase ? `${paraphrase.replace(/\.$/, '')} (paraphrase)` : '']
  const where = citationWords({ source, relayedFrom: relayedFrom ?? null, events: [] })
  const what = about === 'CONTENT' ? `${STANCE_WORDS[stance]} what was said` : STANCE_WORDS[stance]
  return [
    `${speakerWords(evidence)}: ${words.filter(Boolean).join('; ') || STANCE_WORDS[stance].toLowerCase()}.`,
    `${where}${locator ? `, ${locator}` : ''}.`,
    `${what}: ${event.sentence}`,
    link,
  ].join(' ')
}
