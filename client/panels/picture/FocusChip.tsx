import { useStore } from '@nanostores/react'
import { X } from 'lucide-react'
import { change } from '../../state/actions.ts'
import { $names, $view } from '../../state/app.ts'
import { withFocus } from '../../state/view/steps.ts'

/** Whom the picture is about, while the rest is veiled; it ends it. */
export function FocusChip() {
  const { focus } = useStore($view)
  const name = useStore($names).get(focus ?? '')?.name
  if (focus === null || name === undefined) return null
  return (
    <p className="focus-chip" data-control>
      <button type="button" className="button" onClick={() => change((view) => withFocus(view, null))}>
        Focus: {name}
        <X size={13} aria-hidden="true" />
        <span className="unseen">, show everything again</span>
      </button>
    </p>
  )
}
