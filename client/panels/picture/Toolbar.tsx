import { useStore } from '@nanostores/react'
import { useState } from 'react'
import type { GraphCanvas } from '../../canvas/graph-canvas.ts'
import { change } from '../../state/actions.ts'
import { isDate } from '../../state/view/address.ts'
import { $asKnownOn, $collection, $view } from '../../state/app.ts'
import { withLevel } from '../../state/view/steps.ts'

/** The day under which everything is read, the camera, the level, and picture or list. */
export function Toolbar({ canvas }: { readonly canvas: GraphCanvas | null }) {
  const view = useStore($view)
  const zoom = (way: 'in' | 'out' | 'fit') => () => canvas?.zoom(way)
  return (
    <div className="toolbar">
      <KnownOn />
      {view.list ? null : (
        <fieldset className="segments">
          <legend className="unseen">Zoom</legend>
          <button type="button" aria-label="Zoom out" onClick={zoom('out')}>
            −
          </button>
          <button type="button" onClick={zoom('fit')}>
            Fit
          </button>
          <button type="button" aria-label="Zoom in" onClick={zoom('in')}>
            +
          </button>
        </fieldset>
      )}
      <fieldset className="segments">
        <legend className="unseen">Level</legend>
        <button
          type="button"
          aria-pressed={view.level === 'ACTOR'}
          onClick={() => change((now) => withLevel(now, 'ACTOR'))}
        >
          Actors
        </button>
        <button
          type="button"
          aria-pressed={view.level === 'TOP'}
          onClick={() => change((now) => withLevel(now, 'TOP'))}
        >
          Top level
        </button>
      </fieldset>
      <fieldset className="segments">
        <legend className="unseen">View</legend>
        <button
          type="button"
          aria-pressed={view.list === null}
          onClick={() => change((now) => ({ ...now, list: null }))}
        >
          Picture
        </button>
        <button
          type="button"
          aria-pressed={view.list !== null}
          onClick={() => change((now) => ({ ...now, list: 'events' }))}
        >
          List
        </button>
      </fieldset>
    </div>
  )
}

/** A date field of the browser: it can be typed, and says itself what it takes. */
function KnownOn() {
  const asKnownOn = useStore($asKnownOn)
  const chosen = useStore($view).asKnownOn
  const standard = useStore($collection)?.defaultAsKnownOn ?? null
  // What is being typed, until it is a day of its own.
  const [typed, setTyped] = useState<string | null>(null)

  function type({ value, validity }: HTMLInputElement): void {
    setTyped(value)
    // Emptied, not half typed: the last day on which anything became known holds again.
    if (value === '' && !validity.badInput) change((view) => ({ ...view, asKnownOn: null }))
    // While the year is being typed it is one of long ago; nothing is asked until it is whole.
    if (isDate(value) && value >= '1000') change((view) => ({ ...view, asKnownOn: value === standard ? null : value }))
  }

  return (
    <div className="known">
      <label htmlFor="known">As known on</label>
      <input
        id="known"
        type="date"
        value={typed ?? asKnownOn ?? ''}
        onChange={({ target }) => type(target)}
        onBlur={() => setTyped(null)}
      />
      {chosen !== null && standard !== null && chosen !== standard ? (
        <button type="button" className="link" onClick={() => change((view) => ({ ...view, asKnownOn: null }))}>
          Latest
        </button>
      ) : null}
    </div>
  )
}
