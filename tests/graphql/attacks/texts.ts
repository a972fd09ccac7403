import { ANY, harmless, operation, post, refused, SHORT, type Attack, type Outcome } from './attack.ts'

const NOT_MASKED: Outcome = { status: [200, 400], hides: /went wrong|INTERNAL_SERVER_ERROR/, longest: SHORT }
const BAD_CURSOR: Outcome = refused([200, 400], 'BAD_USER_INPUT')

const CURSOR = 'query ($c: String) { events(first: 1, after: $c) { nodes { id } } }'
const WORDS = 'query ($t: String!) { search(text: $t) { matched } events(first: 5, filter: { text: $t }) { total } }'

/** What the grammars of Lucene (Neo4j), FTS5 (SQLite), LIKE, Cypher, SQL and patterns make of their signs. */
const SIGNS: readonly (readonly [name: string, text: string])[] = [
  ['everything', '*:*'],
  ['a star alone', '*'],
  ['an open quote', '"'],
  ['NEAR', 'NEAR(suspends intelligence, 5)'],
  ['an operator without a side', 'intelligence OR'],
  ['AND NOT', 'a AND NOT b'],
  ['a minus', '-intelligence'],
  ['a column', 'summary:intelligence'],
  ['rowid', 'rowid:1 OR 1'],
  ['a pattern', '/.*.*.*.*.*=.*/'],
  ['fuzzy and boost', 'intelligence~0.1^1e9'],
  ['open brackets', '((((([[[{{{'],
  ['backslashes', '\\\\\\"\\'],
  ['a range', '[* TO *]'],
  ['SQL', "x'; DROP TABLE events; --"],
  ['Cypher', "x'}) DETACH DELETE n //"],
  ['LIKE', '%_%_%_%_%'],
  ['NUL', 'intelli\u0000gence'],
  ['a lone surrogate', 'intelligence \ud800'],
  ['200 signs', '*?"'.repeat(66)],
  ['200 times one letter', 'a '.repeat(100)],
]

export const SEARCHES: readonly Attack[] = SIGNS.map(([name, text]) =>
  operation(`signs of query languages in a search: ${name}`, NOT_MASKED, WORDS, { t: text }),
)

export const CURSORS: readonly Attack[] = [
  operation('a random cursor', BAD_CURSOR, CURSOR, { c: 'b3BlbiBzZXNhbWU=' }),
  operation('a cursor of 100,000 characters', BAD_CURSOR, CURSOR, { c: 'A'.repeat(100_000) }),
  operation('a cursor of 100,000 nested lists', BAD_CURSOR, CURSOR, {
    c: Buffer.from('['.repeat(100_000)).toString('base64url'),
  }),
  operation('a cursor that is code', BAD_CURSOR, CURSOR, { c: "'); DROP TABLE events; --" }),
  operation('a cursor that names __proto__', BAD_CURSOR, CURSOR, {
    c: Buffer.from('{"__proto__":{"id":1}}').toString('base64url'),
  }),
  {
    name: 'a cursor of another list',
    to: ANY,
    comes: BAD_CURSOR,
    send: async (target) => {
      const { text } = await post(target, { query: '{ actors(first: 1) { pageInfo { endCursor } } }' })
      const { endCursor } = (JSON.parse(text) as { data: { actors: { pageInfo: { endCursor: string } } } }).data.actors
        .pageInfo
      return post(target, { query: CURSOR, variables: { c: endCursor } })
    },
  },
]

const ID = 'query ($id: ID!) { actor(id: $id) { id } event(id: $id) { id } source(id: $id) { id } }'
const NOTHING = harmless(/"actor":null,"event":null,"source":null/)

const EVENT = 'mutation ($e: EventInput!) { recordEvent(event: $e) { id } }'
const event = (more: Readonly<Record<string, unknown>>) => ({
  e: {
    collection: 'caribbean-strikes-2025',
    actor: 'uk',
    target: 'us',
    kind: 'COOPERATION',
    subtype: 'diplomatic',
    occurred: '2025-11-11',
    evidence: [],
    ...more,
  },
})

export const VALUES: readonly Attack[] = [
  operation('an id named __proto__', NOTHING, ID, { id: '__proto__' }),
  operation('an id named constructor', NOTHING, ID, { id: 'constructor' }),
  operation('an id that is a path', NOTHING, ID, { id: '../../../../etc/passwd' }),
  operation('an id that is SQL', NOTHING, ID, { id: "' OR '1'='1" }),
  operation('an id of 900,000 characters', NOT_MASKED, ID, { id: 'x'.repeat(900_000) }),
  operation(
    'an actor of 900,000 characters in a filter, to be told back',
    refused([200, 400], 'BAD_USER_INPUT'),
    'query ($id: ID!) { ties(filter: { actor: $id }) { total } }',
    { id: 'x'.repeat(900_000) },
  ),
  operation(
    'a day of 900,000 characters, to be told back',
    refused([200, 400], 'BAD_USER_INPUT'),
    'query ($d: Date) { actor(id: "us", asKnownOn: $d) { id } }',
    { d: '2'.repeat(900_000) },
  ),
  operation(
    'an enum value of 900,000 characters, to be told back',
    refused([200, 400], 'BAD_USER_INPUT'),
    'query ($l: Level) { ties(level: $l) { total } }',
    { l: 'X'.repeat(900_000) },
  ),
  operation(
    'a list of 60,000 values that there are not, to be told back',
    refused([200, 400], ['BAD_USER_INPUT', 'COST_LIMIT_EXCEEDED']),
    'query ($k: [EventKind!]) { events(filter: { kinds: $k }) { total } }',
    { k: Array.from({ length: 60_000 }, () => 'NOT_A_KIND') },
  ),
  {
    name: '__proto__ in the body',
    to: ANY,
    comes: refused(400, 'BAD_REQUEST'),
    send: (target) =>
      post(
        target,
        JSON.parse('{"query":"{ version }","__proto__":{"mayWrite":true},"constructor":{"prototype":{"a":1}}}'),
      ),
  },
  {
    name: '__proto__ in the variables',
    to: ANY,
    comes: NOT_MASKED,
    send: (target) =>
      post(target, { query: '{ version }', variables: JSON.parse('{"__proto__":{"mayWrite":true},"constructor":1}') }),
  },
  {
    name: '__proto__ in an input object',
    to: ANY,
    comes: refused([200, 400], 'BAD_USER_INPUT'),
    send: (target) =>
      post(target, {
        query: 'query ($f: EventFilter) { events(filter: $f) { total } }',
        variables: { f: JSON.parse('{"__proto__":{"actor":"us"},"constructor":{"prototype":{}}}') },
      }),
  },
  {
    name: '__proto__ as the name of a variable',
    to: ANY,
    comes: NOT_MASKED,
    send: (target) =>
      post(target, {
        query:
          'query ($__proto__: Int, $constructor: Int) { a: events(first: $__proto__) { total } b: events(first: $constructor) { total } }',
        variables: JSON.parse('{"__proto__":1,"constructor":1}'),
      }),
  },
  operation(
    '__proto__ and constructor as aliases',
    NOT_MASKED,
    '{ __proto__: version constructor: version toString: version hasOwnProperty: version }',
  ),
  operation('an operation named __proto__, which a table by name may hold', harmless(), 'query __proto__ { version }'),
  operation(
    'Cypher where it is off',
    refused([200, 400], 'BAD_USER_INPUT'),
    '{ cypher(query: "MATCH (n) DETACH DELETE n") { columns } }',
  ),
  operation(
    'an address that is a script',
    refused([200, 400], 'BAD_USER_INPUT'),
    `mutation { saveSource(source: { id: "caribbean-strikes-2025/x", collection: "caribbean-strikes-2025", publisher: "X",
       url: "javascript:alert(1)" }) { version } }`,
  ),
  operation(
    'a day in EDTF of 50,000 choices',
    refused([200, 400], ['BAD_USER_INPUT', 'COST_LIMIT_EXCEEDED']),
    EVENT,
    event({ occurred: `[${'2025-01-01,'.repeat(50_000)}2025-01-02]` }),
  ),
  operation(
    'a day in EDTF that a grammar may read in many ways',
    refused([200, 400], ['BAD_USER_INPUT', 'COST_LIMIT_EXCEEDED']),
    EVENT,
    event({ occurred: `${'2025-XX-XX?~%'.repeat(60)}` }),
  ),
  operation(
    'a lone surrogate in what is written',
    refused([200, 400], 'BAD_USER_INPUT'),
    EVENT,
    event({ summary: 'a \ud800 b' }),
  ),
]
