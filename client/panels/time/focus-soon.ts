/** Gives the focus to an element that is drawn in a moment, where the one that had it goes. */
export function focusSoon(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus())
}
