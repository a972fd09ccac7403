/** What was asked of the server. While it loads and after a failure the last answer is kept, so that nothing on the screen is lost. */
export type Loaded<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'loading'; readonly last: T | null }
  | { readonly state: 'error'; readonly sentence: string; readonly last: T | null }
  | { readonly state: 'ok'; readonly value: T }

/** The answer, or the last one while another is on its way or did not come. */
export function latest<T>(loaded: Loaded<T>): T | null {
  if (loaded.state === 'ok') return loaded.value
  return loaded.state === 'idle' ? null : loaded.last
}
