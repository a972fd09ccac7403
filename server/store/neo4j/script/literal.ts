import type { CypherValue } from '../cypher.ts'

/** A value as Cypher writes it, so that nothing in a text can end the text. */
export function literal(value: CypherValue): string {
  if (value === null) return 'null'
  if (typeof value === 'string') return textLiteral(value)
  if (typeof value !== 'object') return String(value)
  if (isList(value)) return `[${value.map(literal).join(', ')}]`
  return `{${Object.entries(value)
    .map(([key, each]) => `${nameLiteral(key)}: ${literal(each)}`)
    .join(', ')}}`
}

/**
 * Neo4j reads `\u` and four digits as a character before it reads anything else, so a backslash that the text itself has never
 * stands before a u.
 */
function textLiteral(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\r', '\\r').replaceAll('\n', '\\n')
  return `'${escaped.replaceAll('\\\\u', "\\\\' + 'u")}'`
}

function nameLiteral(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``
}

function isList(value: object): value is readonly CypherValue[] {
  return Array.isArray(value)
}
