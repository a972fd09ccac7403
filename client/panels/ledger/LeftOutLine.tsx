import { change } from '../../state/actions.ts'
import type { Answer, LeftOut } from '../../state/answers/answer.ts'
import { withSwitch } from '../../state/view/steps.ts'
import { count } from '../../state/words/dates.ts'

/** Whom the rules that are on leave out, and one click that brings them in. */
export function LeftOutLine({ answer, leftOut }: { readonly answer: Answer; readonly leftOut: LeftOut }) {
  const { rows, words, inside, rules } = leftOut
  const by = answer.switches.some(({ on }) => on) ? 'the rules that are on' : 'the strict rule'
  return (
    <p className="ledger-foot">
      <span className="ledger-foot-words">
        <strong>
          Left out by {by}: {count(rows, 'actor')}
        </strong>{' '}
        {words}
        {inside ? (
          <span className="inside">
            {' '}
            {words ? '· ' : ''}
            {inside}
          </span>
        ) : null}
      </span>
      <button
        type="button"
        className="button bare"
        onClick={() => change((view) => rules.reduce((now, rule) => withSwitch(now, rule, true), view))}
      >
        Show as rows
      </button>
    </p>
  )
}
