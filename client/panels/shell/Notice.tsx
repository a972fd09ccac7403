import { tryAgain } from '../../state/actions.ts'
import type { Loaded } from '../../state/loaded.ts'

/** What there is to say while something loads or after it failed; nothing once it is there. */
export function Notice({ loaded, what }: { readonly loaded: Loaded<unknown>; readonly what: string }) {
  if (loaded.state === 'loading') return <p className="waiting">Loading {what} …</p>
  if (loaded.state !== 'error') return null
  return (
    <div className="notice" role="alert">
      <p>{loaded.sentence}</p>
      <button type="button" className="button" onClick={tryAgain}>
        Try again
      </button>
    </div>
  )
}
