import { around, clamp, type Point, type Rect } from './geometry.ts'

/**
 * How near the camera is, and how far it has gone from where everything fits, in parts of the width and height: two pictures of different
 * size share one.
 */
export interface SharedCamera {
  readonly scale: number
  readonly away: Point
}

export const HOME: SharedCamera = { scale: 1, away: { x: 0, y: 0 } }

export const ZOOM = { least: 1, most: 4, step: 1.25, focus: 1.8 }

interface Size {
  readonly width: number
  readonly height: number
}

/** The camera after coming nearer or going farther, with what is at `at` staying there. @param at from the middle of the host */
export function zoomed(
  { scale, away }: SharedCamera,
  wanted: number,
  at: Point,
  { width, height }: Size,
): SharedCamera {
  const next = clamp(wanted, ZOOM.least, ZOOM.most)
  const factor = next / scale
  const go = (value: number, from: number, size: number) => (value - (value - from * size) * factor) / size
  return { scale: next, away: { x: go(at.x, away.x, width), y: go(at.y, away.y, height) } }
}

/** The camera that shows these whole, as near as a focus may come. @param rects of the scene at scale 1 */
export function cameraOn(rects: readonly Rect[], { width, height }: Size): SharedCamera {
  const whole = around(rects)
  if (!whole) return HOME
  const fits = Math.min((width - 180) / Math.max(1, whole.w), (height - 120) / Math.max(1, whole.h))
  const scale = clamp(fits, ZOOM.least, ZOOM.focus)
  return {
    scale,
    away: { x: ((width / 2 - whole.x) * scale) / width, y: ((height / 2 - whole.y) * scale) / height },
  }
}

/** Between two cameras; `part` from 0 to 1. */
export function between(from: SharedCamera, to: SharedCamera, part: number): SharedCamera {
  const mix = (a: number, b: number) => a + (b - a) * part
  return {
    scale: mix(from.scale, to.scale),
    away: { x: mix(from.away.x, to.away.x), y: mix(from.away.y, to.away.y) },
  }
}

export function isSameCamera(a: SharedCamera, b: SharedCamera): boolean {
  return a.scale === b.scale && a.away.x === b.away.x && a.away.y === b.away.y
}
