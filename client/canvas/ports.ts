import type { Body } from './bodies.ts'
import { clamp, inside, type Point, type Rect } from './geometry.ts'
import type { Strand } from './strand.ts'
import { FAN } from './sizes.ts'

/** Where the middle line of a pair meets the edge of a box: the point, the way along the edge, and the way out of the box. */
export interface Side {
  readonly at: Point
  readonly along: Point
  readonly out: Point
}

interface Port {
  readonly box: Rect
  readonly side: SideName
  /** Where the other end is, along the side. */
  readonly other: number
  /** Along the side. */
  wanted: number
  /** Room that its lines need along the side. */
  readonly room: number
}

type SideName = 'left' | 'right' | 'top' | 'bottom'

/** Clear of the corners of a box. */
const CORNER = 14
const BETWEEN = 18

/**
 * For each pair of actors (all lines between the two, in either direction), where its lines meet the edges of those of the two that
 * are boxes. Pairs that meet the same side keep their order and stand apart.
 */
export function portsOf(
  groups: readonly (readonly Strand[])[],
  bodies: ReadonlyMap<string, Body>,
): readonly { readonly a: Side | null; readonly b: Side | null }[] {
  const pairs = groups.map((group) => {
    const a = bodies.get(group[0]?.source ?? '')
    const b = bodies.get(group[0]?.target ?? '')
    if (!a || !b) return { a: null, b: null }
    // Lines that bow apart need no more room at the edge than two that do not.
    const room = Math.min(group.length - 1, group.some(({ spread }) => spread === 'FAN') ? Infinity : 1) * FAN
    return {
      a: a.actor.box ? portOf(a.rect, b, room) : null,
      b: b.actor.box ? portOf(b.rect, a, room) : null,
    }
  })
  const ports = pairs.flatMap(({ a, b }) => [a, b]).filter((port) => port !== null)
  for (const bySide of Map.groupBy(ports, ({ box, side }) => `${box.x} ${box.y} ${side}`).values()) spread(bySide)
  return pairs.map(({ a, b }) => ({ a: a && toSide(a), b: b && toSide(b) }))
}

function portOf(box: Rect, other: Body, room: number): Port {
  const side = sideToward(box, other.rect)
  const flat = side === 'top' || side === 'bottom'
  const own: Extent = flat ? [box.x, box.w / 2] : [box.y, box.h / 2]
  const its: Extent = flat ? [other.rect.x, other.rect.w / 2] : [other.rect.y, other.rect.h / 2]
  return { box, side, other: its[0], wanted: wantedAt(own, its, other.actor.box), room }
}

type Extent = readonly [middle: number, half: number]

/** Two boxes that face each other meet where both are; else the line leans from the middle of the box toward the other. */
function wantedAt([middle, half]: Extent, [its, itsHalf]: Extent, box: boolean): number {
  const least = Math.max(middle - half, its - itsHalf)
  const most = Math.min(middle + half, its + itsHalf)
  if (box && most - least > 2 * CORNER) return (least + most) / 2
  const straight = clamp(its, middle - half + CORNER, middle + half - CORNER)
  return box || Math.abs(its - middle) > half ? straight * 0.8 + middle * 0.2 : straight
}

function sideToward(box: Rect, other: Rect): SideName {
  const dx = other.x - box.x
  const dy = other.y - box.y
  if (inside(other, box)) {
    // A part of the box itself: the nearest edge.
    const toX = box.w / 2 - Math.abs(dx)
    const toY = box.h / 2 - Math.abs(dy)
    if (toX < toY) return dx < 0 ? 'left' : 'right'
    return dy < 0 ? 'top' : 'bottom'
  }
  const beyondX = Math.abs(dx) - (box.w + other.w) / 2
  const beyondY = Math.abs(dy) - (box.h + other.h) / 2
  if (beyondX >= beyondY) return dx < 0 ? 'left' : 'right'
  return dy < 0 ? 'top' : 'bottom'
}

/** Moves the ports of one side apart, in their order, as far as the side has room. */
function spread(ports: readonly Port[]): void {
  // By the other ends, so that no two lines of a side cross where they begin.
  const sorted = [...ports].sort((a, b) => a.other - b.other || a.wanted - b.wanted)
  inOrder(sorted)
  const [first] = sorted
  if (!first) return
  const flat = first.side === 'top' || first.side === 'bottom'
  const [middle, half] = flat ? [first.box.x, first.box.w / 2] : [first.box.y, first.box.h / 2]
  const needed = sorted.reduce((sum, { room }) => sum + room, 0) + (sorted.length - 1) * BETWEEN
  const between =
    needed > 2 * (half - CORNER) && sorted.length > 1 ? BETWEEN * ((2 * (half - CORNER)) / needed) : BETWEEN
  let free = middle - half + CORNER
  for (const port of sorted) {
    port.wanted = Math.max(port.wanted, free + port.room / 2)
    free = port.wanted + port.room / 2 + between
  }
  let limit = middle + half - CORNER
  for (const port of sorted.reverse()) {
    port.wanted = Math.min(port.wanted, limit - port.room / 2)
    limit = port.wanted - port.room / 2 - between
  }
}

/** Ports that want to stand in another order than they are to meet in their middle. */
function inOrder(ports: readonly Port[]): void {
  const pools: Port[][] = []
  const wanted = (pool: readonly Port[]) => pool.reduce((sum, port) => sum + port.wanted, 0) / pool.length
  for (const port of ports) {
    let pool = [port]
    for (let last = pools.at(-1); last && wanted(last) > wanted(pool); last = pools.at(-1)) {
      pools.pop()
      pool = [...last, ...pool]
    }
    pools.push(pool)
  }
  for (const pool of pools) {
    const middle = wanted(pool)
    for (const port of pool) port.wanted = middle
  }
  for (const pool of pools) {
    const middle = (pool.length - 1) / 2
    for (const [place, port] of pool.entries()) port.wanted += (place - middle) * BETWEEN
  }
}

function toSide({ box, side, wanted }: Port): Side {
  switch (side) {
    case 'left':
      return { at: { x: box.x - box.w / 2, y: wanted }, along: { x: 0, y: 1 }, out: { x: -1, y: 0 } }
    case 'right':
      return { at: { x: box.x + box.w / 2, y: wanted }, along: { x: 0, y: 1 }, out: { x: 1, y: 0 } }
    case 'top':
      return { at: { x: wanted, y: box.y - box.h / 2 }, along: { x: 1, y: 0 }, out: { x: 0, y: -1 } }
    case 'bottom':
      return { at: { x: wanted, y: box.y + box.h / 2 }, along: { x: 1, y: 0 }, out: { x: 0, y: 1 } }
  }
}
