const EVENT =
  'id kind subtype scope stage status occurred { edtf earliest latest extent } reportedOn originCount sentence'
const RECORD = `${EVENT} summary strength mark disputed answered history { status on note } breaks { id } restores { id }
  evidence { id source { id title } relayedFrom { publisher } speaker quote paraphrase locator stance about }`
const TIE =
  'id total net counts { kind events episodes } first { earliest latest } last { earliest latest } leastOrigins'
const ACT = `${EVENT.replace('occurred { edtf earliest latest extent } reportedOn ', '')} admittedBy beganOn eventCount
  restored { known on by { id } } events { nodes { id } }`
const DISTANCING = `sentence total truncated asKnownOn level include switches { rule rows acts } actors { id } ties { id total }
  rows { id who { name } fromWhom { name } strength first { earliest latest } lag { min max } restored { known on } sentence
    acts { ${ACT} } continues { total items { id scope } } before { total items { id } } meanwhile { total items { id } }
    evidence { quote paraphrase } originCount disputed answered }
  internal { ${ACT} } citations { source { id url } relayedFrom { id } events }`

/**
 * Questions that between them ask every field of Query but `cypher`, at both levels and by both clocks, of the seeded case. An
 * answer may be compared by its text: nothing in it depends on when or where the store was filled.
 */
export const QUESTIONS: readonly (readonly [name: string, query: string])[] = [
  [
    'Collections and questions',
    `{ version collections { id kind title headline headlineEvent { id } description defaultAsKnownOn eventCount actorCount sourceCount
      positions { actor { id } x y } } questions { id text kind toward { id } by { id } dates } }`,
  ],
  [
    'Actors',
    `{ actors(first: 500) { total nodes { id name nameInSentence kind aliases description top { id }
      affiliations { id type to { id } role since until reportedOn evidence { id quote paraphrase source { id } } } } } }`,
  ],
  [
    'An actor',
    `{ actor(id: "volker-turk") { name top { name } affiliates { id } ties(level: TOP) { total items { ${TIE} } }
      events { total nodes { ${EVENT} } } } none: actor(id: "nobody") { id } }`,
  ],
  [
    'Search',
    '{ one: search(text: "turk") { matched actor { id } } two: search(text: "untied kingdom") { matched actor { id } } }',
  ],
  ['Events', `{ events(first: 500) { total pageInfo { endCursor hasNextPage } nodes { ${RECORD} } } }`],
  [
    'Events with words',
    `{ events(first: 3, orderBy: REPORTED_DESC, filter: { text: "intelligence", asKnownOn: "2025-11-11" }) { total nodes { ${EVENT} } } }`,
  ],
  [
    'An event',
    `{ event(id: "caribbean-strikes-2025/uk-suspends-intelligence") { ${RECORD} }
     early: event(id: "caribbean-strikes-2025/uk-suspends-intelligence", asKnownOn: "2025-11-10") { id } }`,
  ],
  [
    'Ties',
    `{ actors: ties { total items { ${TIE} actor { name } target { name } events(first: 2) { nodes { id } } } }
     tops: ties(level: TOP) { total asKnownOn items { ${TIE} } } }`,
  ],
  [
    'Ties in a window',
    `{ ties(filter: { occurredSince: "2025-09-15", occurredUntil: "2025-10-05", kinds: [SUSPENSION, CONDEMNATION], answered: ONLY }) {
      total items { ${TIE} } } }`,
  ],
  [
    'A neighbourhood',
    `{ neighbourhood(actor: "us", depth: 2, level: TOP) { total members { actor { id } distance events } ties { ${TIE} }
      affiliations { id } } }`,
  ],
  [
    'Paths',
    `{ paths(from: "volker-turk", to: "southcom") { total items { length events steps { from { id } to { id } ties { id }
      affiliations { id } } } } }`,
  ],
  [
    'Timeline and numbers',
    `{ timeline(bucket: WEEK, filter: { occurredSince: "2025-08-01" }) { total withoutStart buckets { start end counts { kind events } } }
     stats { events actors ties sources byKind { kind events } byActorKind { kind actors } singleOrigin answered disputed notDone
       firstReported lastReported asKnownOn } }`,
  ],
  [
    'Distancing, by named actors',
    `{ distancing(toward: "us", level: ACTOR, include: [CONDEMNATION, THREATENED, WEAK]) { ${DISTANCING} } }`,
  ],
  [
    'Distancing, rolled up',
    `{ distancing(toward: "us", level: TOP, include: [CONDEMNATION, THREATENED]) { ${DISTANCING} }
     ledger: distancing(include: [CONDEMNATION]) { ${DISTANCING} } }`,
  ],
  [
    'Distancing by, and before anything was known',
    `{ by: distancing(by: "uk", since: "2025-09-01", until: "2025-12-01") { ${DISTANCING} }
     early: distancing(toward: "us", asKnownOn: "2025-11-10") { ${DISTANCING} } }`,
  ],
  [
    'Sources',
    `{ sources { total nodes { id publisher title url published reliability collection { id } } }
     source(id: "caribbean-strikes-2025/nothing") { id } }`,
  ],
  [
    'Audit log and versions',
    `{ auditLog { total nodes { id change version by who action reason record before after } } merges { from into }
     events { nodes { version } } sources { nodes { version } } actors { nodes { version entries { name version } } } }`,
  ],
  ['A refusal', '{ actor(id: "uk") { events(filter: { text: "" }) { total } } }'],
]
