import { useStore } from '@nanostores/react'
import { reload } from '../../state/actions.ts'
import { $away, $reloaded } from '../../state/app.ts'

/** Makes the server read its database anew. */
export function Reload() {
  const away = useStore($away) !== null
  const loaded = useStore($reloaded)
  return (
    <section className="reload">
      <button type="button" className="button" disabled={away} aria-describedby="reload-what" onClick={reload}>
        Reload
      </button>
      <output>
        {loaded.state === 'ok' ? `Read anew: version ${loaded.value}.` : ''}
        {loaded.state === 'loading' ? 'Reading …' : ''}
        {loaded.state === 'error' ? loaded.sentence : ''}
      </output>
      <p className="quiet" id="reload-what">
        Read the database anew, after something else has written to it.
        {away ? ' It waits until the database is back.' : ''}
      </p>
    </section>
  )
}
