const ROUTES: ReadonlySet<string> = new Set([
  'graphql',
  'session',
  'imports',
  'graphiql',
  'healthz',
  'readyz',
  'metrics',
])

/** What a path belongs to, of a small set: `page` is the page and its files, and whatever is not there. */
export function routeOf(path: string): string {
  const first = path.slice(1).split(/[/.]/, 1)[0] ?? ''
  return ROUTES.has(first) ? first : 'page'
}
