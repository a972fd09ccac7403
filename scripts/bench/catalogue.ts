/** What analysts ask, in GraphQL, each with its figure to reach at 470,000 events. */
export interface Question {
  readonly name: string
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  /** p95 in milliseconds that was promised. */
  readonly within: number
}

/** Whom the questions are about. */
export interface Subject {
  readonly hub: string
  /** Who acts most toward the hub, and it toward them. */
  readonly other: string
  /** Somebody far from both. */
  readonly far: string
  readonly lastDay: string
  readonly monthAgo: string
  readonly yearAgo: string
}

const TIE = 'actor { id name } target { id name } total'
const TIE_WITH_EPISODES = `${TIE} net counts { kind events episodes } first { earliest } last { latest }`

export function catalogue(of: Subject): readonly Question[] {
  const month = { occurredSince: of.monthAgo, occurredUntil: of.lastDay }
  const year = { occurredSince: of.yearAgo, occurredUntil: of.lastDay }
  const around = `query ($id: ID!, $filter: EventFilter) {
    neighbourhood(actor: $id, filter: $filter) { total members { actor { id name kind } distance } ties { ${TIE} } }
  }`
  const ties = (fields: string) =>
    `query ($filter: EventFilter) { ties(filter: $filter) { total items { ${fields} } } }`
  const ledger = `query ($toward: ID, $since: Date) {
    distancing(toward: $toward, since: $since, level: ACTOR, first: 50) {
      total rows { sentence strength who { name } fromWhom { name } acts { kind eventCount } }
    }
  }`
  const filter = (name: string, query: string, within = 50, more = {}): readonly Question[] => [
    { name: `${name}, a month`, query, variables: { filter: { ...month, ...more } }, within },
    { name: `${name}, a year`, query, variables: { filter: { ...year, ...more } }, within },
    { name: `${name}, all`, query, variables: { filter: more }, within },
  ]
  return [
    { name: 'version', query: '{ version }', within: 50 },
    { name: 'hub, a month', query: around, variables: { id: of.hub, filter: month }, within: 50 },
    { name: 'hub, a year', query: around, variables: { id: of.hub, filter: year }, within: 50 },
    ...filter('ties', ties(TIE)),
    ...filter('ties with episodes', ties(TIE_WITH_EPISODES), 100),
    {
      name: 'ties with episodes at TOP, all',
      query: `{ ties(level: TOP) { total items { ${TIE_WITH_EPISODES} } } }`,
      within: 100,
    },
    { name: 'distancing toward the hub', query: ledger, variables: { toward: of.hub }, within: 50 },
    {
      name: 'distancing toward the hub at TOP',
      query: ledger.replace('level: ACTOR', 'level: TOP'),
      variables: { toward: of.hub },
      within: 50,
    },
    { name: 'distancing, a month', query: ledger, variables: { since: of.monthAgo }, within: 50 },
    { name: 'distancing, all', query: ledger, within: 50 },
    {
      name: 'pair over time',
      query: `query ($filter: EventFilter) {
        timeline(filter: $filter, bucket: WEEK) { total buckets { start counts { kind events } } }
      }`,
      variables: { filter: { actor: of.hub, target: of.other } },
      within: 50,
    },
    {
      name: 'page of events, the twentieth',
      query: `query ($filter: EventFilter, $after: String) {
        events(filter: $filter, first: 100, after: $after, orderBy: REPORTED_DESC) {
          total pageInfo { endCursor } nodes { id kind subtype actor { name } target { name } reportedOn sentence }
        }
      }`,
      within: 50,
    },
    {
      name: 'events with their evidence',
      query: `query ($filter: EventFilter) {
        events(filter: $filter, first: 100) { total nodes { id summary evidence { quote locator source { title } } } }
      }`,
      variables: { filter: { actor: of.hub, target: of.other } },
      within: 50,
    },
    { name: 'search', query: '{ search(text: "polic") { matched actor { id name } } }', within: 50 },
    {
      name: 'search, a near miss',
      query: '{ search(text: "untied staets") { matched actor { id name } } }',
      within: 50,
    },
    {
      name: 'paths',
      query: `query ($from: ID!, $to: ID!) {
        paths(from: $from, to: $to) { total items { length events steps { from { name } to { name } } } }
      }`,
      variables: { from: of.far, to: of.other },
      within: 50,
    },
    {
      name: 'facets',
      query: `{ stats { events actors ties sources byKind { kind events } byActorKind { kind actors } disputed answered
        singleOrigin notDone firstReported lastReported } }`,
      within: 50,
    },
    {
      name: 'timeline, all',
      query: '{ timeline(bucket: MONTH) { total buckets { start end counts { kind events } } } }',
      within: 50,
    },
  ]
}
