import type { OpenTie } from '../tie/tie.ts'
import type { EventRow } from '../types.ts'
import { count, dayWords } from '../words/dates.ts'
import { KIND_WORDS, STAGE_WORDS, STATUS_WORDS } from '../words/words.ts'
import { STANCE_WORDS, originOf, reliabilityWords, sourceWords, speakerWords, type Card } from './evidence.ts'

/** `Evidence 1 of 1. Asserts. Unnamed sources to CNN. Paraphrase. …` */
export function cardHeard({ evidence, told }: Card, number: number, of: number): string {
  const { source, relayedFrom, quote, paraphrase, locator } = evidence
  const origin = originOf(evidence)
  return [
    `Evidence ${number} of ${of}`,
    STANCE_WORDS[evidence.stance],
    speakerWords(evidence),
    quote ? `Quote. “${quote}”` : '',
    paraphrase ? `Paraphrase. ${stopped(paraphrase)}` : '',
    `${sourceWords(origin)}, ${reliabilityWords(origin, told)}`,
    relayedFrom ? `Carried by ${sourceWords(source)}` : '',
    locator ?? '',
  ]
    .filter(Boolean)
    .map((part) => `${stopped(part)}.`)
    .join(' ')
}

/** What is heard when an event opens. */
export function eventHeard(event: EventRow): string {
  const { kind, stage, status, disputed, answered, originCount } = event
  const marks = [disputed ? 'disputed' : '', answered ? 'answered' : ''].filter(Boolean)
  const parts = [KIND_WORDS[kind], STAGE_WORDS[stage], STATUS_WORDS[status], ...marks, count(originCount, 'origin')]
  return `${stopped(event.sentence)}. ${parts.join(', ')}. Known ${dayWords(event.reportedOn)}.`
}

/** `Tie Canada to United States. 2 events. Suspended in: use of its intelligence in lethal missions. Cooperating in: Operation Caribbean.` */
export function tieHeard({ actor, target, events }: OpenTie): string {
  const self = actor.id === target.id
  const ends = self ? `Events inside ${actor.nameInSentence}` : `Tie ${actor.name} to ${target.name}`
  const scopes = (kind: EventRow['kind'], words: string) => {
    const named = events
      .filter((event) => event.kind === kind && event.stage === 'ACTUAL')
      .flatMap(({ scope }) => scope ?? [])
    return named.length > 0 ? `${words} in: ${[...new Set(named)].join('; ')}.` : ''
  }
  return [
    `${ends}. ${count(events.length, 'event')}.`,
    scopes('SUSPENSION', 'Suspended'),
    scopes('COOPERATION', 'Cooperating'),
  ]
    .filter(Boolean)
    .join(' ')
}

function stopped(text: string): string {
  return text.replace(/[.\s]+$/, '')
}
