import { useStore } from '@nanostores/react'
import { change } from '../../state/actions.ts'
import { $network, $view } from '../../state/app.ts'
import { latest } from '../../state/loaded.ts'
import type { EventKind } from '../../state/types.ts'
import { withKind, withOnlyKind } from '../../state/view/steps.ts'
import { KINDS } from '../../state/view/view.ts'
import { KIND_WORDS } from '../../state/words/words.ts'
import { KindMark } from '../parts/KindMark.tsx'

/** The kinds of act that there are, each with its look and its count: a click hides it, or shows only it. */
export function Kinds() {
  const { hidden } = useStore($view)
  const byKind = new Map(latest(useStore($network))?.network.stats.byKind.map(({ kind, events }) => [kind, events]))
  const shown = KINDS.filter((kind) => (byKind.get(kind) ?? 0) > 0 || hidden.includes(kind))
  const none = shown.length > 0 && shown.every((kind) => hidden.includes(kind))
  if (shown.length === 0) return null
  return (
    <section>
      <h2 id="left-kinds" tabIndex={-1}>
        Kinds of act<span className="unseen">,</span> <span className="quiet">events</span>
      </h2>
      <ul className="rows">
        {shown.map((kind) => (
          <li key={kind}>
            <KindRow kind={kind} on={!hidden.includes(kind)} events={byKind.get(kind) ?? 0} />
          </li>
        ))}
      </ul>
      {none ? (
        <p className="quiet none">
          Every kind is switched off.{' '}
          <button type="button" className="link" onClick={() => change((view) => ({ ...view, hidden: [] }))}>
            Show all kinds
          </button>
        </p>
      ) : null}
    </section>
  )
}

interface Row {
  readonly kind: EventKind
  readonly on: boolean
  readonly events: number
}

function KindRow({ kind, on, events }: Row) {
  const only = () => change((view) => withOnlyKind(view, kind))
  return (
    <label title="Alt-click shows only this kind, and all again">
      <input
        type="checkbox"
        checked={on}
        onChange={({ target, nativeEvent }) => {
          if (nativeEvent instanceof MouseEvent && nativeEvent.altKey) only()
          else change((view) => withKind(view, kind, target.checked))
        }}
        onKeyDown={({ key }) => {
          if (key === 'Enter') only()
        }}
      />
      <KindMark kind={kind} />
      <span>{KIND_WORDS[kind]}</span>
      <span className="number">{events}</span>
    </label>
  )
}
