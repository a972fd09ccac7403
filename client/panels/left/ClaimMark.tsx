import type { Claim } from '../../state/view/view.ts'
import { KindMark } from '../parts/KindMark.tsx'

/** How the picture marks a claim. */
export function ClaimMark({ claim }: { readonly claim: Claim }) {
  if (claim === 'NOT_DONE') return <KindMark kind="SUSPENSION" stage="INTENT" />
  return (
    <span className={claim === 'SINGLE_ORIGIN' ? 'mark quiet' : 'mark'} aria-hidden="true">
      {claim === 'DISPUTED' ? '≠' : claim === 'ANSWERED' ? '⇄' : '1×'}
    </span>
  )
}
