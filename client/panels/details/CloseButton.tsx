import { change } from '../../state/actions.ts'
import { withSelection } from '../../state/view/steps.ts'

/** Closes the details. */
export function CloseButton() {
  return (
    <button
      type="button"
      className="close"
      aria-label="Close the details"
      onClick={() => change((view) => withSelection(view, null))}
    >
      ×
    </button>
  )
}
