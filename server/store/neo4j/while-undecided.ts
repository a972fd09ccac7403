/** Follows a signal as long as it makes a difference. */
export interface Undecided {
  /** Fires with the reason of the signal that is followed, at once or when it is open again. */
  readonly signal: AbortSignal
  open(): void
  shut(): void
  /** Follows no longer. */
  end(): void
}

/** Open at first. @param followed null: it never fires. */
export function whileUndecided(followed: AbortSignal | null): Undecided {
  const controller = new AbortController()
  let isOpen = true
  const follow = (): void => {
    if (isOpen && followed?.aborted) controller.abort(followed.reason)
  }
  followed?.addEventListener('abort', follow)
  follow()
  return {
    signal: controller.signal,
    open() {
      isOpen = true
      follow()
    },
    shut: () => void (isOpen = false),
    end: () => followed?.removeEventListener('abort', follow),
  }
}
