import { useEffect } from 'react'
import { change } from '../../state/actions.ts'
import { say } from '../../state/say.ts'
import type { Nothing } from '../../state/states/nothing.ts'

/** Why nothing is shown, the nearest thing that exists, and ways on. */
export function NothingCard({ nothing: { title, text, ways } }: { readonly nothing: Nothing }) {
  useEffect(() => say(`${title} ${text}`), [title, text])
  return (
    <div className="state-card">
      <h2>{title}</h2>
      <p>{text}</p>
      {ways.length > 0 ? (
        <p className="ways">
          {ways.map(({ label, step }, place) => (
            <button
              key={label}
              type="button"
              className={place === 0 ? 'button strong' : place === ways.length - 1 ? 'button bare' : 'button'}
              onClick={() => {
                change(step)
                // The card goes, and the focus with it.
                document.getElementById('answer')?.focus()
              }}
            >
              {label}
            </button>
          ))}
        </p>
      ) : null}
    </div>
  )
}
