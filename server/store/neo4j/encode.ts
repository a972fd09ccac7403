import neo4j from 'neo4j-driver'
import type { CypherParams, CypherValue } from './cypher.ts'

/** Parameters as the driver wants them: by itself it sends every number as a float. */
export function encode(params: CypherParams): Record<string, unknown> {
  const encoded: Record<string, unknown> = {}
  for (const key in params) encoded[key] = encodeValue(params[key] ?? null)
  return encoded
}

function encodeValue(value: CypherValue): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map(encodeValue)
  return encode(value)
}

function isList(value: object): value is readonly CypherValue[] {
  return Array.isArray(value)
}
