import { change } from '../../state/actions.ts'
import { verbWords } from '../../state/answers/deeds.ts'
import type { EventWords } from '../../state/details/details.ts'
import { originOf } from '../../state/details/evidence.ts'
import { continues, whenWords } from '../../state/tie/when.ts'
import type { EventRow } from '../../state/types.ts'
import { withSelection } from '../../state/view/steps.ts'
import { count } from '../../state/words/dates.ts'
import { STATUS_WORDS, capitalised, subtypeWords } from '../../state/words/words.ts'
import { KindMark } from '../parts/KindMark.tsx'

/** An event in three lines: what and when, in words, and on what it rests. @param words null while they are on their way */
export function EventCard({ event, words }: { readonly event: EventRow; readonly words: EventWords | null }) {
  // What goes on is told as such: it is no act of one day.
  const verb = event.kind === 'COOPERATION' && continues(event) ? 'cooperates' : verbWords(event)
  const open = () => change((view) => withSelection(view, { what: 'event', id: event.id }))
  return (
    <button type="button" className="event-card" onClick={open}>
      <span className="head">
        <KindMark kind={event.kind} stage={event.stage} />
        <strong>
          {verb} · {subtypeWords(event.subtype)}
        </strong>
        <span className="quiet">{whenWords(event)}</span>
      </span>
      <span>{words?.summary ?? event.sentence}</span>
      <span className="quiet">
        {capitalised(STATUS_WORDS[event.status])} · {count(event.originCount, 'origin')}
        {words ? <Sources words={words} /> : null}
        {event.disputed ? ' · ≠ disputed' : ''}
        {event.answered ? ' · ⇄ answered' : ''}
      </span>
    </button>
  )
}

/** `: Realist English, para 10 · F`, of the first that asserts it. */
function Sources({ words: { evidence } }: { readonly words: EventWords }) {
  const asserting = evidence.filter(({ stance }) => stance === 'ASSERTS')
  const [first] = asserting
  if (!first) return null
  const { publisher, reliability } = originOf(first)
  const more = new Set(asserting.map((each) => originOf(each).id)).size - 1
  const place = first.relayedFrom || !first.locator ? '' : `, ${first.locator}`
  return (
    <>
      : {publisher}
      {place}
      {more > 0 ? ` and ${more} more` : ''} · <span className="unseen">reliability </span>
      {reliability}
    </>
  )
}
