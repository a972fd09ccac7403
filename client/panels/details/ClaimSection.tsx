import { change } from '../../state/actions.ts'
import type { Claim } from '../../state/details/details.ts'
import { denialWords, toCards } from '../../state/details/evidence.ts'
import type { EventRow, Reliability } from '../../state/types.ts'
import { withSelection } from '../../state/view/steps.ts'
import { Chip } from '../parts/Chip.tsx'
import { KindMark } from '../parts/KindMark.tsx'
import { EvidenceCards } from './EvidenceCards.tsx'

interface Props {
  readonly claim: Claim
  /** The event whose details these are. */
  readonly beside: EventRow
  readonly told: ReadonlySet<Reliability>
}

/** Another claim of the same pair that somebody denies in something, with both sides in one frame. */
export function ClaimSection({ claim, beside, told }: Props) {
  return (
    <section>
      <div className="claim-top">
        <Chip>{claim.disputed ? '≠ disputed' : '⇄ answered'}</Chip>
        <h3>A claim of the same pair</h3>
        <button
          type="button"
          className="link"
          onClick={() => change((view) => withSelection(view, { what: 'event', id: claim.id }))}
        >
          Open claim
        </button>
      </div>
      <p className="claim">
        <KindMark kind={claim.kind} stage={claim.stage} />
        <span>{claim.sentence.replace(/\.$/, '')}</span>
      </p>
      <EvidenceCards cards={toCards(claim.evidence, told)} event={claim} />
      <p className="note">{denialWords(claim.evidence, beside)}</p>
    </section>
  )
}
