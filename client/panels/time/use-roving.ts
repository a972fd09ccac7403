import { useState, type FocusEvent, type KeyboardEvent } from 'react'

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }

/**
 * One stop for `Tab` among many buttons; arrows go from one to the next, `Home` and `End` to the ends.
 * @param stops what the buttons bear as `data-stop`
 */
export function useRoving(stops: readonly string[]) {
  const [last, setLast] = useState<string | null>(null)
  const current = last !== null && stops.includes(last) ? last : stops[0]

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')]
    const at = buttons.findIndex((button) => button === event.target)
    const step = STEPS[event.key]
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : step === undefined ? -1 : at + step
    if (at < 0 || !buttons[to]) return
    event.preventDefault()
    buttons[to].focus()
  }

  return {
    lane: {
      onKeyDown,
      onFocus: ({ target }: FocusEvent<HTMLElement>) => setLast(target.getAttribute('data-stop') ?? last),
    },
    /** What a button of this stop bears. */
    stopOf: (stop: string) => ({ 'data-stop': stop, tabIndex: stop === current ? 0 : -1 }),
  }
}
