import neo4j, { type Node, type Path, type Relationship } from 'neo4j-driver'

/** Lists and objects inside each other. */
const DEEPEST = 100
/** Letters of a text that weigh as much as a value. */
const LETTERS = 64

/** An answer holds more than is given. */
export class TooMuchError extends Error {
  override readonly name = 'TooMuchError'
  constructor() {
    super('The answer holds too many values, or too many inside each other.')
  }
}

/**
 * Values of the database as JSON has them. Nodes and edges are their properties with `_id`, `_labels` or `_type`, `_from`, `_to`;
 * paths are lists of them in turn; dates, durations, points, bytes and whole numbers that JSON would round are texts.
 */
export class ToJson {
  #left: number

  /** @param most values that it makes in its life, those inside of lists and objects counted. */
  constructor(most: number) {
    this.#left = most
  }

  /** @throws TooMuchError */
  value(value: unknown, depth = 0): unknown {
    this.#left -= typeof value === 'string' ? 1 + value.length / LETTERS : 1
    if (this.#left < 0 || depth > DEEPEST) throw new TooMuchError()
    if (typeof value === 'bigint') return isSafe(value) ? Number(value) : String(value)
    // JSON has none of NaN and infinity.
    if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map((each) => this.value(each, depth + 1))
    if (neo4j.isNode(value)) return this.#node(value, depth)
    if (neo4j.isRelationship(value)) return this.#edge(value, depth)
    if (neo4j.isPath(value)) return this.#path(value, depth)
    if (ArrayBuffer.isView(value)) return toBase64(value)
    // A class of the driver's: a date, a duration, a point.
    if (Object.getPrototypeOf(value) !== Object.prototype) return String(value as { toString(): string })
    return this.#map(value, depth)
  }

  #map(map: object, depth: number): Record<string, unknown> {
    // A key may be `__proto__`.
    return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, this.value(value, depth + 1)]))
  }

  #node({ elementId, labels, properties }: Node, depth: number): Record<string, unknown> {
    return { ...this.#map(properties, depth), _id: elementId, _labels: labels }
  }

  #edge(edge: Relationship, depth: number): Record<string, unknown> {
    const { elementId, type, startNodeElementId, endNodeElementId, properties } = edge
    const own = this.#map(properties, depth)
    return { ...own, _id: elementId, _type: type, _from: startNodeElementId, _to: endNodeElementId }
  }

  #path({ start, segments }: Path, depth: number): unknown[] {
    const steps = segments.flatMap(({ relationship, end }) => [this.#edge(relationship, depth), this.#node(end, depth)])
    return [this.#node(start, depth), ...steps]
  }
}

function isSafe(value: bigint): boolean {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER
}

function toBase64({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64')
}
