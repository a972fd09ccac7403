import { $asKnownOn, $collection, $view } from './app.ts'
import { toAddress } from './view/address.ts'

/**
 * The address that opens this very view again. It names the collection and the day of knowing even where they stand at their defaults:
 * what is cited reads the same after more became known.
 */
export function viewLink(): string {
  const view = $view.get()
  const collection = view.collection ?? $collection.get()?.id ?? null
  const address = toAddress({ ...view, collection, asKnownOn: $asKnownOn.get() })
  return `${window.location.origin}${window.location.pathname}${address === '' ? '' : `?${address}`}`
}
