import type { Rect } from './geometry.ts'

const ROUNDS = 80

/**
 * Moves rectangles apart until none overlaps another or the rounds are over, each pair along the way that is shorter, the smaller one
 * more than the larger. What lies left of or above something stays so. The same input gives the same output.
 * @param gap pixels to keep between two @param fixed what stays where it is
 */
export function separate(rects: readonly Rect[], gap: number, fixed: readonly Rect[] = []): readonly Rect[] {
  const all = toColumns([...rects, ...fixed])
  for (let round = 0; round < ROUNDS; round++) {
    if (!pushAll(all, gap, rects.length)) break
  }
  return rects.map(({ w, h }, place) => ({ x: all.x[place] ?? 0, y: all.y[place] ?? 0, w, h }))
}

/** Every pair is looked at in every round, so what is read of each stands side by side. */
interface Columns {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly w: Float64Array
  readonly h: Float64Array
}

function toColumns(rects: readonly Rect[]): Columns {
  const column = (of: (rect: Rect) => number) => Float64Array.from(rects, of)
  return { x: column(({ x }) => x), y: column(({ y }) => y), w: column(({ w }) => w), h: column(({ h }) => h) }
}

function pushAll({ x, y, w, h }: Columns, gap: number, free: number): boolean {
  let pushed = false
  for (let a = 0; a < free; a++) {
    const [width, height] = [w[a] ?? 0, h[a] ?? 0]
    let [atX, atY] = [x[a] ?? 0, y[a] ?? 0]
    for (let b = a + 1; b < x.length; b++) {
      const byX = (width + (w[b] ?? 0)) / 2 + gap - Math.abs(atX - (x[b] ?? 0))
      if (byX <= 0.01) continue
      const byY = (height + (h[b] ?? 0)) / 2 + gap - Math.abs(atY - (y[b] ?? 0))
      if (byY <= 0.01) continue
      pushed = true
      const [ofA, ofB] = [width * height, (w[b] ?? 0) * (h[b] ?? 0)]
      const share = b >= free ? 1 : ofB / (ofA + ofB)
      if (byX < byY) {
        const sign = atX <= (x[b] ?? 0) ? -1 : 1
        atX += sign * byX * share
        x[b] = (x[b] ?? 0) - sign * byX * (1 - share)
      } else {
        const sign = atY <= (y[b] ?? 0) ? -1 : 1
        atY += sign * byY * share
        y[b] = (y[b] ?? 0) - sign * byY * (1 - share)
      }
    }
    x[a] = atX
    y[a] = atY
  }
  return pushed
}
