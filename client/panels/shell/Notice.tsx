import { useStore } from '@nanostores/react'
import { tryAgain } from '../../state/actions.ts'
import { $server } from '../../state/away.ts'
import type { Loaded } from '../../state/loaded.ts'
import { useSlow } from '../states/use-slow.ts'

/** What there is to say while something loads, if it takes its time, or after it failed; nothing once it is there. */
export function Notice({ loaded, what }: { readonly loaded: Loaded<unknown>; readonly what: string }) {
  const server = useStore($server)
  const seconds = useSlow(loaded.state === 'loading')
  if (seconds !== null) return <p className="waiting">Loading {what} …</p>
  if (loaded.state !== 'error') return null
  // The bar above the page has said it, and what it is asked again by.
  if (server) return <p className="waiting">Waits until the server is back.</p>
  return (
    <div className="notice" role="alert">
      <p>{loaded.sentence}</p>
      <button type="button" className="button" onClick={tryAgain}>
        Try again
      </button>
    </div>
  )
}
