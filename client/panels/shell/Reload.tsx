import { useStore } from '@nanostores/react'
import { RefreshCw } from 'lucide-react'
import { reload } from '../../state/actions.ts'
import { $away, $reloaded } from '../../state/app.ts'

/** Makes the server read its database anew. */
export function Reload() {
  const away = useStore($away) !== null
  const loaded = useStore($reloaded)
  const what = `Read the database anew, after something else has written to it.${away ? ' It waits until the database is back.' : ''}`
  return (
    <div className="reload">
      <button
        type="button"
        className="icon-button"
        aria-label="Reload"
        title={`Reload: ${what.charAt(0).toLowerCase()}${what.slice(1)}`}
        disabled={away}
        aria-describedby="reload-what"
        onClick={reload}
      >
        <RefreshCw size={15} aria-hidden />
      </button>
      <output>
        {loaded.state === 'ok' ? `Read anew: version ${loaded.value}.` : ''}
        {loaded.state === 'loading' ? 'Reading …' : ''}
        {loaded.state === 'error' ? loaded.sentence : ''}
      </output>
      <p hidden id="reload-what">
        {what}
      </p>
    </div>
  )
}
