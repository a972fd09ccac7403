import { useStore } from '@nanostores/react'
import { change } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import type { ActorDetails } from '../../state/types.ts'
import { withAsk } from '../../state/view/steps.ts'
import { NO_SLOTS } from '../../state/view/ask.ts'

/** What can be asked of an actor that is open. */
export function ActorButtons({ actor: { id, nameInSentence } }: { readonly actor: ActorDetails }) {
  const { focus } = useStore($view)
  const focused = focus === id
  return (
    <footer>
      <button
        type="button"
        className="button"
        aria-pressed={focused}
        onClick={() => change((view) => ({ ...view, focus: focused ? null : id }))}
      >
        Focus
      </button>
      <button
        type="button"
        className="button"
        onClick={() => change((view) => withAsk(view, { ...NO_SLOTS, kind: 'CONNECTION', by: id }))}
      >
        Paths to…
      </button>
      <button
        type="button"
        className="button"
        aria-label={`Ledger: who distanced themselves from ${nameInSentence}`}
        onClick={() => change((view) => withAsk(view, { ...NO_SLOTS, kind: 'DISTANCING', toward: id }))}
      >
        Ledger
      </button>
    </footer>
  )
}
