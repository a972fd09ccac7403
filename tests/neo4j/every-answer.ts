/** One document with every question of the contract and every field of its answers; where an answer holds itself, its id. */
export const EVERY_ANSWER = `
query Everything(
  $filter: EventFilter, $level: Level, $order: EventOrder, $first: Int, $actor: ID!, $other: ID!, $depth: Int, $affiliations: Boolean!,
  $bucket: Bucket, $toward: ID, $by: ID, $since: Date, $until: Date, $asKnownOn: Date, $include: [DistancingRule!], $collections: [ID!],
  $text: String!, $kinds: [ActorKind!], $event: ID!, $source: ID!
) {
  events(filter: $filter, orderBy: $order, first: $first) {
    total pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { ...E } }
  }
  ties(filter: $filter, level: $level, first: 500) { total truncated asKnownOn items { ...T events(first: 3) { total nodes { id } } } }
  neighbourhood(actor: $actor, depth: $depth, filter: $filter, level: $level, first: 3) {
    total truncated centre { ...A } members { actor { id } distance events } ties { id total } affiliations { ...F }
  }
  paths(from: $actor, to: $other, filter: $filter, affiliations: $affiliations, first: 5) {
    total truncated items { length events steps { from { id } to { id } ties { id total } affiliations { id } } }
  }
  timeline(filter: $filter, bucket: $bucket) { bucket withoutStart total buckets { start end counts { kind events } } }
  stats(filter: $filter) {
    events actors ties sources disputed answered singleOrigin notDone firstReported lastReported asKnownOn
    byKind { kind events } byActorKind { kind actors }
  }
  distancing(
    toward: $toward, by: $by, since: $since, until: $until, asKnownOn: $asKnownOn, level: $level, include: $include,
    collections: $collections, first: $first
  ) {
    sentence total truncated endCursor since until asKnownOn level include
    rows {
      id who { ...A } fromWhom { id name } acts { ...C } continues { ...L } before { ...L } meanwhile { ...L }
      restored { known on by { id } } strength first { earliest latest } lag { min max } originCount disputed answered sentence
      evidence { ...V }
    }
    internal { ...C } switches { rule rows acts } actors { id } ties { ...T } citations { source { id } relayedFrom { id } events }
  }
  search(text: $text, kinds: $kinds) { matched actor { id name } }
  actors(first: 3, asKnownOn: $asKnownOn) { total pageInfo { hasNextPage endCursor } edges { cursor node { ...A } } }
  found: actors(filter: { text: $text, collections: $collections }) { total nodes { id } }
  sources(first: 3) { total pageInfo { hasNextPage endCursor } nodes { ...S } }
  foundSources: sources(filter: { text: $text, collections: $collections }) { total nodes { id } }
  actor(id: $actor, asKnownOn: $asKnownOn) {
    ...A affiliations { ...F } affiliates { ...F } top { id } topThen: top(asOf: $since) { id }
    ties(filter: $filter, level: $level, first: 4) { total truncated items { ...T } }
    events(filter: $filter, orderBy: $order, first: 4) { total nodes { id } }
  }
  event(id: $event, asKnownOn: $asKnownOn) { ...E breaks { ...E } restores { ...E } }
  source(id: $source) { ...S }
  collections { ...K }
  questions { id text kind dates collection { id } toward { id } by { id } }
  auditLog(first: 20) { total nodes { id change version at by who action reason record before after } }
  merges { from into at who }
  version
}
fragment A on Actor {
  id name nameInSentence kind aliases description version
  entries { collection { id } kind name article aliases description unspecified version }
}
fragment F on Affiliation {
  id type actor { id } to { id } role since until collection { id } reportedOn evidence { ...V } version
}
fragment V on Evidence { id source { id publisher } relayedFrom { id } speaker quote paraphrase locator stance about }
fragment S on Source { id collection { id } publisher title url published reliability version }
fragment K on Collection {
  id kind title headline headlineEvent { id } description positions { actor { id } x y } defaultAsKnownOn
  eventCount actorCount sourceCount
}
fragment E on Event {
  id collection { id } actor { id name } target { id name } kind subtype scope stage status history { status on note }
  occurred { edtf earliest latest extent openStart openEnd } reportedOn summary sentence breaks { id } restores { id }
  evidence { ...V } originCount disputed answered strength mark code mirror version
}
fragment T on Tie {
  id actor { id } target { id } total counts { kind events episodes } first { earliest latest } last { earliest latest }
  net disputed answered notDone leastOrigins
}
fragment L on EpisodeList {
  total truncated
  items {
    id actor { id } target { id } collection { id } kind subtype scope stage status first { earliest latest } last { earliest latest }
    eventCount originCount disputed answered strength events(first: 2) { total nodes { id } }
  }
}
fragment C on Act {
  id actor { id } target { id } collection { id } kind subtype scope stage status first { earliest latest } last { earliest latest }
  beganOn eventCount originCount disputed answered admittedBy strength restored { known on by { id } } sentence
  events(first: 2) { total nodes { id } }
}
`

/** The next page of the lists that page. */
export const NEXT_PAGES = `
query Next(
  $filter: EventFilter, $order: EventOrder, $first: Int, $events: String, $actors: String, $sources: String, $rows: String,
  $toward: ID, $by: ID, $since: Date, $until: Date, $asKnownOn: Date, $level: Level, $include: [DistancingRule!], $collections: [ID!]
) {
  events(filter: $filter, orderBy: $order, first: $first, after: $events) { total pageInfo { hasNextPage hasPreviousPage } nodes { id sentence } }
  actors(first: 3, after: $actors) { total pageInfo { hasNextPage hasPreviousPage } nodes { id name } }
  sources(first: 3, after: $sources) { total pageInfo { hasNextPage hasPreviousPage } nodes { id publisher } }
  distancing(
    toward: $toward, by: $by, since: $since, until: $until, asKnownOn: $asKnownOn, level: $level, include: $include,
    collections: $collections, first: $first, after: $rows
  ) { total truncated rows { id sentence } }
}
`
