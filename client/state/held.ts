/** What holds something that was read of the server, or that says something of it. */
export interface Held {
  /** Nothing of it stays. */
  readonly clear: () => void
  /** It is asked for anew when it is needed next; until then it stays. */
  readonly renew?: () => void
  /** What failed may be asked again. */
  readonly forgive?: () => void
}

const held = new Set<Held>()

/** From now on this is emptied and renewed with everything else. */
export function hold(one: Held): void {
  held.add(one)
}

/** Nothing that was read stays anywhere. */
export function clearHeld(): void {
  for (const one of held) one.clear()
}

export function renewHeld(): void {
  for (const one of held) one.renew?.()
}

export function forgiveHeld(): void {
  for (const one of held) one.forgive?.()
}
