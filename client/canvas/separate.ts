import type { Rect } from './geometry.ts'

const ROUNDS = 80

/**
 * Moves rectangles apart until none overlaps another or the rounds are over, each pair along the way that is shorter, the smaller one
 * more than the larger. What lies left of or above something stays so. The same input gives the same output.
 * @param gap pixels to keep between two @param fixed what stays where it is
 */
export function separate(rects: readonly Rect[], gap: number, fixed: readonly Rect[] = []): readonly Rect[] {
  const all = [...rects, ...fixed].map(({ x, y, w, h }) => ({ x, y, w, h }))
  for (let round = 0; round < ROUNDS; round++) {
    if (!pushAll(all, gap, rects.length)) break
  }
  return all.slice(0, rects.length)
}

type Movable = { -readonly [K in keyof Rect]: Rect[K] }

function pushAll(rects: readonly Movable[], gap: number, free: number): boolean {
  let pushed = false
  for (let place = 0; place < free; place++) {
    const a = rects[place]
    if (!a) continue
    for (let other = place + 1; other < rects.length; other++) {
      const b = rects[other]
      if (!b) continue
      const byX = (a.w + b.w) / 2 + gap - Math.abs(a.x - b.x)
      if (byX <= 0.01) continue
      const byY = (a.h + b.h) / 2 + gap - Math.abs(a.y - b.y)
      if (byY <= 0.01) continue
      pushed = true
      const share = other >= free ? 1 : (b.w * b.h) / (a.w * a.h + b.w * b.h)
      if (byX < byY) {
        const sign = a.x <= b.x ? -1 : 1
        a.x += sign * byX * share
        b.x -= sign * byX * (1 - share)
      } else {
        const sign = a.y <= b.y ? -1 : 1
        a.y += sign * byY * share
        b.y -= sign * byY * (1 - share)
      }
    }
  }
  return pushed
}
