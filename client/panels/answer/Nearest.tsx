import { useStore } from '@nanostores/react'
import { change } from '../../state/actions.ts'
import { $asKnownOn, $asking, $collection, $view } from '../../state/app.ts'
import { withSlot, withWindow } from '../../state/view/steps.ts'
import { dayWords } from '../../state/words/dates.ts'

/** Where an answer has no row: what narrows it, each with a click that takes it off. */
export function Nearest() {
  const view = useStore($view)
  const asking = useStore($asking)
  const asKnownOn = useStore($asKnownOn)
  const last = useStore($collection)?.defaultAsKnownOn ?? null
  const scope = asking && asking !== 'missing' ? asking.scope : null
  const wider = [
    last !== null && asKnownOn !== null && asKnownOn < last
      ? {
          words: `as known on ${dayWords(last)}`,
          take: () => change((now) => ({ ...now, asKnownOn: null })),
        }
      : null,
    view.window ? { words: 'at any time', take: () => change((now) => withWindow(now, null)) } : null,
    scope === null ? null : { words: 'in any scope', take: () => change((now) => withSlot(now, { scope: null })) },
  ].flatMap((each) => each ?? [])
  if (wider.length === 0) return null
  return (
    <p className="facts">
      Ask the same
      {wider.map(({ words, take }) => (
        <button key={words} type="button" className="link" onClick={take}>
          {words}
        </button>
      ))}
    </p>
  )
}
