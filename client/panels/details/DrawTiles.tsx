import { useStore } from '@nanostores/react'
import { useId } from 'react'
import { change } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import { DRAWS, type Draw } from '../../state/view/view.ts'
import { Keys } from '../parts/Keys.tsx'

const WORDS: Readonly<Record<Draw, { readonly name: string; readonly what: string }>> = {
  BAND: { name: 'Band', what: 'one line, count' },
  KINDS: { name: 'Kinds', what: 'one line a kind' },
  EVENTS: { name: 'Events', what: 'one line an event' },
}

/** Three ways to draw the pair that is open. */
export function DrawTiles() {
  const { draw } = useStore($view)
  // A pinned tie beside another has radios of its own.
  const name = useId()
  return (
    <section>
      <fieldset className="tiles">
        <legend>
          <h3>
            Draw this tie as
            <span aria-hidden="true">
              <Keys keys={['B']} />
            </span>
          </h3>
        </legend>
        {DRAWS.map((each) => (
          <label key={each} className="tile">
            <input
              type="radio"
              name={name}
              value={each}
              checked={draw === each}
              onChange={() => change((view) => ({ ...view, draw: each }))}
            />
            <Sample draw={each} />
            <strong>{WORDS[each].name}</strong>
            <span className="quiet">{WORDS[each].what}</span>
          </label>
        ))}
      </fieldset>
    </section>
  )
}

/** A suspension and a cooperation, drawn so. */
function Sample({ draw }: { readonly draw: Draw }) {
  return (
    <svg className="sample" viewBox="0 0 96 36" aria-hidden="true">
      {draw === 'BAND' ? (
        <>
          <path className="suspends" d="M16 16H76" />
          <path className="cooperates" d="M16 20H76" />
          <circle className="chip-shape" cx="46" cy="18" r="8" />
          <text x="46" y="22">
            2
          </text>
        </>
      ) : (
        <>
          <path className="suspends" d={draw === 'KINDS' ? 'M16 15Q46 4 76 15' : 'M16 15Q46 -3 76 15'} />
          <path className="cooperates" d={draw === 'KINDS' ? 'M16 21Q46 32 76 21' : 'M16 21Q46 39 76 21'} />
        </>
      )}
      {draw === 'EVENTS' ? (
        <>
          <rect className="label-shape" x="35" y="2" width="22" height="8" rx="2" />
          <rect className="label-shape" x="35" y="26" width="22" height="8" rx="2" />
        </>
      ) : null}
      <circle className="actor-shape" cx="10" cy="18" r="6" />
      <rect className="box-shape" x="78" y="7" width="13" height="22" rx="3" />
    </svg>
  )
}
