import neo4j, { type Node, type Path, type Relationship } from 'neo4j-driver'

/**
 * A value of the database as JSON has it. Nodes and edges are their properties with `_id`, `_labels` or `_type`, `_from`, `_to`;
 * paths are lists of them in turn; dates, durations, points, bytes and whole numbers that JSON would round are texts.
 */
export function toJson(value: unknown): unknown {
  if (typeof value === 'bigint') return isSafe(value) ? Number(value) : String(value)
  // JSON has none of NaN and infinity.
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(toJson)
  if (neo4j.isNode(value)) return ofNode(value)
  if (neo4j.isRelationship(value)) return ofEdge(value)
  if (neo4j.isPath(value)) return ofPath(value)
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
  // A class of the driver's: a date, a duration, a point.
  if (Object.getPrototypeOf(value) !== Object.prototype) return String(value as { toString(): string })
  return ofMap(value)
}

function isSafe(value: bigint): boolean {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER
}

function ofMap(map: object): Record<string, unknown> {
  // A key may be `__proto__`.
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, toJson(value)]))
}

function ofNode({ elementId, labels, properties }: Node): Record<string, unknown> {
  return { ...ofMap(properties), _id: elementId, _labels: labels }
}

function ofEdge(edge: Relationship): Record<string, unknown> {
  const { elementId, type, startNodeElementId, endNodeElementId, properties } = edge
  return { ...ofMap(properties), _id: elementId, _type: type, _from: startNodeElementId, _to: endNodeElementId }
}

function ofPath({ start, segments }: Path): unknown[] {
  return [ofNode(start), ...segments.flatMap(({ relationship, end }) => [ofEdge(relationship), ofNode(end)])]
}
