import { denialWords, type Card } from '../../state/details/evidence.ts'
import type { EventDetails } from '../../state/types.ts'
import { count } from '../../state/words/dates.ts'
import { EvidenceCards } from './EvidenceCards.tsx'

/** What is said for the act and against it, in one frame, and what exactly is denied. */
export function EvidenceSection({ event, cards }: { readonly event: EventDetails; readonly cards: readonly Card[] }) {
  const denial = denialWords(event.evidence)
  return (
    <section>
      <h3>
        {denial ? 'Evidence for and against' : 'Evidence for this act'}
        <span className="quiet">{count(event.originCount, 'origin')}</span>
      </h3>
      <EvidenceCards cards={cards} event={event} />
      {denial ? <p className="note">{denial}</p> : null}
    </section>
  )
}
