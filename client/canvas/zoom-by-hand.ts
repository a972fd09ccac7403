import type { Point } from './geometry.ts'

/**
 * The reader comes nearer or goes farther by wheel or with two fingers.
 * @param factor how much nearer
 * @param at what stays where it is, in pixels from the middle of the host
 * @param moved how far two fingers took it, in pixels
 */
export type ZoomByHand = (factor: number, at: Point, moved: Point) => void

const STILL: Point = { x: 0, y: 0 }

/** @param signal ends what is listened to */
export function listenToZoom(host: HTMLElement, told: ZoomByHand, signal: AbortSignal): void {
  const fromMiddle = (x: number, y: number): Point => {
    const { left, top, width, height } = host.getBoundingClientRect()
    return { x: x - left - width / 2, y: y - top - height / 2 }
  }
  host.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault()
      told(Math.exp(-event.deltaY / 500), fromMiddle(event.clientX, event.clientY), STILL)
    },
    { signal, passive: false },
  )

  let last: Fingers | null = null
  // Before the canvas, which would go on with what the first finger began.
  const options = { signal, passive: false, capture: true }
  const twoOf = (event: TouchEvent) => {
    const two = fingersOf(event.touches)
    if (two) {
      event.preventDefault()
      event.stopPropagation()
    }
    return two
  }
  host.addEventListener(
    'touchstart',
    (event) => {
      const two = twoOf(event)
      const [first] = event.touches
      // The canvas lets go of what the first finger holds; nobody tapped.
      if (two && first) host.dispatchEvent(new TouchEvent('touchend', { bubbles: true, changedTouches: [first] }))
      last = two
    },
    options,
  )
  host.addEventListener(
    'touchmove',
    (event) => {
      const now = twoOf(event)
      if (now && last) {
        const moved = { x: now.middle.x - last.middle.x, y: now.middle.y - last.middle.y }
        told(now.apart / last.apart, fromMiddle(last.middle.x, last.middle.y), moved)
      }
      last = now
    },
    options,
  )
  host.addEventListener('touchend', () => (last = null), options)
}

interface Fingers {
  readonly middle: Point
  /** Pixels; at least one. */
  readonly apart: number
}

function fingersOf(touches: TouchList): Fingers | null {
  const [one, two] = touches
  if (!one || !two || touches.length > 2) return null
  return {
    middle: { x: (one.clientX + two.clientX) / 2, y: (one.clientY + two.clientY) / 2 },
    apart: Math.max(1, Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY)),
  }
}
