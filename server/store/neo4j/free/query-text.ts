/** What Cypher takes for white space; JavaScript's own class is another. */
const SPACE = String.raw`\t-\r\x1c-\x20\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`
/** Every sign of ASCII that is part of no name. */
const SIGN = String.raw`!-#%-/:-@\[-^\x60{-~$`
/** Comments, texts, names (those in backticks too), and everything else sign by sign. */
const TOKEN = new RegExp(
  String.raw`/\*[^]*?(?:\*/|$)|//[^\n\r]*|'(?:\\[^]|[^'\\])*'|"(?:\\[^]|[^"\\])*"|\x60(?:\x60\x60|[^\x60])*\x60|[^${SPACE}${SIGN}]+|[${SIGN}]`,
  'gu',
)
const SKIPPED = /^(?:\/[*/]|['"])/
const NAME = new RegExp(String.raw`^(?:\x60|[^${SIGN}])`, 'u')
/** Some of them are parts of names to Cypher, some are none. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/u
/** Cypher 5 reads these wherever they stand. */
const ESCAPE = /\\u+([0-9a-f]{4})/gi

/** What may not stand before a query: it would take away the check, or go elsewhere. */
const BEFORE: ReadonlySet<string> = new Set(['EXPLAIN', 'PROFILE', 'CYPHER', 'USE'])
/** Namespaces of functions that the database itself brings. */
const OWN: ReadonlySet<string> = new Set([
  'date',
  'datetime',
  'duration',
  'localdatetime',
  'localtime',
  'point',
  'time',
  'vector',
])

/** What in the text of a query its plan does not tell, as the end of a sentence: `begins with PROFILE; leave that away`. Null: nothing. */
export function notPlain(query: string): string | null {
  const decoded = query.replaceAll(ESCAPE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return fault(decoded) ?? (decoded === query ? null : fault(query))
}

function fault(query: string): string | null {
  const tokens = (query.match(TOKEN) ?? []).filter((token) => !SKIPPED.test(token))
  const first = tokens[0]?.toUpperCase() ?? ''
  if (BEFORE.has(first)) return `begins with ${first}; leave that away`
  for (const [at, token] of tokens.entries()) {
    if (INVISIBLE.test(token)) return 'has a sign that cannot be seen; type it anew'
    const name = token === '(' ? nameBefore(tokens, at) : null
    if (name !== null && !OWN.has(name.replace(/\..*/, '').toLowerCase())) {
      return `calls the function ${name}, which is not the database's own`
    }
  }
  return null
}

/** The name of more than one part, such as `apoc.version`, that ends before a token; null: there is none, or it is a procedure. */
function nameBefore(tokens: readonly string[], end: number): string | null {
  let start = end - 1
  if (!NAME.test(tokens[start] ?? '(')) return null
  while (tokens[start - 1] === '.' && NAME.test(tokens[start - 2] ?? '(')) start -= 2
  if (start === end - 1 || tokens[start - 1]?.toUpperCase() === 'CALL') return null
  return tokens.slice(start, end).join('').replaceAll('`', '')
}
