import type { EventRow, EvidenceCard } from '../types.ts'
import { highlightOf, openEvent, type AnswerBody, type AnswerRow, type Cell } from './answer.ts'
import { citationsOf, restsWords } from './citations.ts'

type Event = EventRow & { readonly evidence?: readonly EvidenceCard[] }

/** A row of one event: who did what toward whom, then what the question asks of it. */
export function toEventRow(event: EventRow, act: readonly Cell[], others: readonly (readonly Cell[])[]): AnswerRow {
  const { id, actor, target } = event
  const cells = [
    [{ text: actor.name, actor }],
    act,
    [{ text: target.name, actor: target, heard: `toward ${target.nameInSentence}` }],
    ...others,
  ]
  return { id, lines: [{ id, cells, opens: openEvent(event), events: [id] }] }
}

/** What an answer rests on whose rows are events. */
export function behindEvents(events: readonly Event[]): Pick<AnswerBody, 'rests' | 'citations' | 'highlight'> {
  return {
    rests: restsWords(
      events.map(({ originCount }) => originCount),
      'claim',
    ),
    citations: citationsOf(events),
    highlight: highlightOf(events.map(({ id }) => id)),
  }
}
