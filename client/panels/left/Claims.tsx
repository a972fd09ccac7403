import { useStore } from '@nanostores/react'
import { change } from '../../state/actions.ts'
import { $network, $view } from '../../state/app.ts'
import { latest } from '../../state/loaded.ts'
import { withClaim } from '../../state/view/steps.ts'
import { CLAIMS, type Claim } from '../../state/view/view.ts'
import { ClaimMark } from './ClaimMark.tsx'

const WORDS: Readonly<Record<Claim, { readonly words: string; readonly says: string }>> = {
  DISPUTED: { words: 'Disputed', says: 'the act is denied' },
  ANSWERED: { words: 'Answered', says: 'what is said in it is denied' },
  NOT_DONE: { words: 'Offered or threatened', says: 'not done' },
  SINGLE_ORIGIN: { words: 'Single origin', says: 'all of it goes back to one origin' },
}

/** What is true of acts as claims: each counts, and a click hides its acts. */
export function Claims() {
  const { hiddenClaims } = useStore($view)
  const stats = latest(useStore($network))?.network.stats
  if (!stats || (stats.events === 0 && hiddenClaims.length === 0)) return null
  const counts: Readonly<Record<Claim, number>> = {
    DISPUTED: stats.disputed,
    ANSWERED: stats.answered,
    NOT_DONE: stats.notDone,
    SINGLE_ORIGIN: stats.singleOrigin,
  }
  return (
    <section>
      <h2 id="left-claims" tabIndex={-1}>
        Claims
      </h2>
      <ul className="rows">
        {CLAIMS.map((claim) => (
          <li key={claim}>
            <label title={`${WORDS[claim].words}: ${WORDS[claim].says}`}>
              <input
                type="checkbox"
                checked={!hiddenClaims.includes(claim)}
                onChange={({ target }) => change((view) => withClaim(view, claim, target.checked))}
              />
              <ClaimMark claim={claim} />
              <span>{WORDS[claim].words}</span>
              <span className="number">{counts[claim]}</span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  )
}
