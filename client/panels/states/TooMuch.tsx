import { useStore } from '@nanostores/react'
import { ListFilter } from 'lucide-react'
import { change } from '../../state/actions.ts'
import { $network, $view } from '../../state/app.ts'
import { latest } from '../../state/loaded.ts'
import { tooMuchWords } from '../../state/states/too-much.ts'
import { withLevel } from '../../state/view/steps.ts'

/** How many of how many ties are drawn, by which rule, and how to make it smaller; nothing where all are. */
export function TooMuch() {
  const network = latest(useStore($network))
  const { level, both, list } = useStore($view)
  const words = network && tooMuchWords(network.network)
  if (!words || list !== null) return null
  return (
    <div className="too-much">
      <ListFilter size={16} aria-hidden="true" />
      <p>
        <strong>{words.drawn}</strong> {words.rest}
      </p>
      {level === 'ACTOR' && !both ? (
        <button type="button" className="button" onClick={() => change((view) => withLevel(view, 'TOP'))}>
          Roll up to top level
        </button>
      ) : null}
    </div>
  )
}
