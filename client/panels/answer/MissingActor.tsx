import { useStore } from '@nanostores/react'
import { change } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import { $nobody } from '../../state/answers/names.ts'
import { withAsk } from '../../state/view/steps.ts'

/** Says that a link names somebody who is not here; nothing while the name is on its way. */
export function MissingActor() {
  const { ask } = useStore($view)
  const nobody = useStore($nobody)
  const missing = [ask?.by, ask?.toward].filter((id) => id && nobody.has(id))
  if (missing.length === 0) return <h1 className="unseen">Entente</h1>
  return (
    <>
      <h1>This link names an actor that is no longer here: {missing.join(', ')}.</h1>
      <p className="facts">
        <button type="button" className="button" onClick={() => change((view) => withAsk(view, null))}>
          Back to the case
        </button>
      </p>
    </>
  )
}
