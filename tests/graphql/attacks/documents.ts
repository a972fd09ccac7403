import { getIntrospectionQuery } from 'graphql'
import {
  ANY,
  ask,
  INVALID,
  operation,
  post,
  postText,
  refused,
  SHORT,
  times,
  TOO_COSTLY,
  type Attack,
  type Outcome,
} from './attack.ts'

/** A document that is refused because it is too much, whichever rule counts it first. */
const TOO_MUCH: Outcome = refused([200, 400], ['COST_LIMIT_EXCEEDED', 'GRAPHQL_PARSE_FAILED'])
/** Too much, or not valid: both refuse it. */
const NOT_RUN: Outcome = refused(
  [200, 400],
  ['COST_LIMIT_EXCEEDED', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED'],
)

const CIRCULAR: Outcome = refused([200, 400], ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED'])

/** Every event with its evidence, and for each actor of it all events again. */
const WIDE = `nodes { id evidence { id source { id title } } actor { events(first: $n) { nodes { id evidence { quote source { id } }
  target { events(first: $n) { nodes { id } } } } } } }`
const wide = (first: string) => WIDE.replaceAll('$n', first)

/** `ask` inside itself: what a list multiplies, 2 + 3 fields a round. */
function ties(rounds: number, first = 500): string {
  return `{ actor(id: "us") ${times(rounds, () => `{ ties(first: ${first}) { items { actor`)} { id } ${'} } }'.repeat(rounds)} }`
}

/** Each fragment spreads the next twice, under two names: 2 to the power of their number. */
function bomb(fragments: number, root = 'F0'): string {
  const all = times(fragments, (at) => `fragment F${at} on Actor { a: top { ...F${at + 1} } b: top { ...F${at + 1} } }`)
  return `{ actor(id: "us") { ...${root} } } ${all} fragment F${fragments} on Actor { id }`
}

export const BATCHES: readonly Attack[] = [
  {
    name: 'a batch of two questions',
    to: ANY,
    comes: refused(400, 'BAD_REQUEST'),
    send: (target) => post(target, [{ query: '{ version }' }, { query: '{ version }' }]),
  },
  {
    name: 'a batch of 10,000 questions',
    to: ANY,
    comes: refused(400, 'BAD_REQUEST'),
    send: (target) =>
      post(
        target,
        Array.from({ length: 10_000 }, () => ({ query: '{ stats { events } }' })),
      ),
  },
  {
    name: 'a thousand operations in one document',
    to: ANY,
    comes: TOO_MUCH,
    send: (target) =>
      post(target, { query: times(1_000, (at) => `query Q${at} { stats { events } }`), operationName: 'Q7' }),
  },
]

export const SHAPES: readonly Attack[] = [
  operation('1,000 aliases of stats', TOO_MUCH, `{ ${times(1_000, (at) => `a${at}: stats { events }`)} }`),
  operation(
    '200 aliases of the whole ledger',
    TOO_MUCH,
    `{ ${times(200, (at) => `a${at}: distancing { sentence }`)} }`,
  ),
  operation('1,000 aliases of __typename', TOO_MUCH, `{ ${times(1_000, (at) => `a${at}: __typename`)} }`),
  operation('1,000 @skip on one field', NOT_RUN, `{ version ${times(1_000, () => '@skip(if: false)')} }`),
  operation('1,000 unknown directives', NOT_RUN, `{ version ${times(1_000, (at) => `@d${at}`)} }`),
  operation('10,000 times the same field', NOT_RUN, `{ ${times(10_000, () => 'version')} }`),
  operation(
    '300 times the same actor with all its ties',
    NOT_RUN,
    `{ ${times(300, () => 'actor(id: "us") { ties { items { actor { name } } } }')} }`,
  ),
  operation('1,000 fields that there are not', NOT_RUN, `{ ${times(1_000, (at) => `f${at}`)} }`),
  operation('fields 62 deep', TOO_COSTLY, ties(20, 1)),
  operation('fields 3,002 deep', TOO_MUCH, ties(1_000)),
  operation(
    '20,000 selections inside each other',
    NOT_RUN,
    `${'{ ... '.repeat(20_000)}{ version }${' }'.repeat(20_000)}`,
  ),
  operation('50,000 opening braces', NOT_RUN, '{a'.repeat(50_000)),
  operation(
    '50,000 lists inside each other, as a literal',
    NOT_RUN,
    `{ cypher(query: "RETURN 1", parameters: ${'['.repeat(50_000)}${']'.repeat(50_000)}) { columns } }`,
  ),
  operation('circular fragments', CIRCULAR, '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
  operation(
    'a circle of fragments in its own fields',
    CIRCULAR,
    '{ actor(id: "us") { ...A } } fragment A on Actor { top { ...B } } fragment B on Actor { top { ...A } }',
  ),
  operation(
    '100 fragments in one circle',
    CIRCULAR,
    `{ ...F0 } ${times(100, (at) => `fragment F${at} on Query { ...F${(at + 1) % 100} }`)}`,
  ),
  operation('a fragment bomb: 2 to the power of 12', TOO_MUCH, bomb(12)),
  operation('a fragment bomb: 2 to the power of 60', TOO_MUCH, bomb(60)),
  operation(
    'fragments that spread the next ten times, without a field',
    NOT_RUN,
    `{ ...F0 } ${times(30, (at) => `fragment F${at} on Query { ${times(10, () => `...F${at + 1}`)} }`)} fragment F30 on Query { version }`,
  ),
  operation(
    '500 fragments that nobody uses',
    NOT_RUN,
    `{ version } ${times(500, (at) => `fragment F${at} on Query { version }`)}`,
  ),
  operation(
    'fields of one name that differ, to be compared by pairs',
    NOT_RUN,
    `{ ${times(400, (at) => `x: search(text: "${at}") { matched }`)} }`,
  ),
  operation('a directive of another engine: @defer', NOT_RUN, '{ ... @defer { version } events { nodes { id } } }'),
  operation('a subscription', refused([200, 400, 405]), 'subscription { version }'),
]

export const BREADTH: readonly Attack[] = [
  operation('breadth by literal', TOO_COSTLY, `{ events(first: 500) { ${wide('500')} } }`),
  operation('breadth by variable', TOO_COSTLY, `query ($n: Int!) { events(first: $n) { ${WIDE} } }`, { n: 500 }),
  operation(
    'breadth by the default of a variable',
    TOO_COSTLY,
    `query ($n: Int = 500) { events(first: $n) { ${WIDE} } }`,
  ),
  operation(
    'breadth by a variable that is null, which takes the default of the resolver',
    TOO_COSTLY,
    `query ($n: Int) { events(first: $n) { nodes { actor { events(first: $n) { nodes { target { events(first: $n) { nodes {
      actor { events(first: $n) { nodes { id evidence { id } } } } } } } } } } } } }`,
    { n: null },
  ),
  operation(
    'breadth by what is left out',
    TOO_COSTLY,
    `{ ties { items { actor { ties { items { target { events { nodes { id evidence { id } } } } } } } } } }`,
  ),
  operation(
    'breadth in a fragment',
    TOO_COSTLY,
    `{ events(first: 500) { ...A } } fragment A on EventConnection { ${wide('500')} }`,
  ),
  operation(
    'breadth in an inline fragment under @include',
    TOO_COSTLY,
    `query ($yes: Boolean!) { events(first: 500) { ... on EventConnection @include(if: $yes) { ${wide('500')} } } }`,
    { yes: true },
  ),
  operation(
    'breadth in an operation named __schema',
    TOO_COSTLY,
    `query __schema { events(first: 500) { ${wide('500')} } }`,
  ),
  operation(
    'breadth in a fragment named __schema',
    TOO_COSTLY,
    `{ ...__schema } fragment __schema on Query { events(first: 500) { ${wide('500')} } }`,
  ),
  operation('breadth under an alias named __schema', TOO_COSTLY, `{ __schema: events(first: 500) { ${wide('500')} } }`),
  operation(
    'breadth in a mutation’s answer',
    TOO_COSTLY,
    `mutation { reload { version } ${times(300, (at) => `a${at}: reload { version }`)} }`,
  ),
  operation(
    'the longest paths, a hundred times',
    TOO_MUCH,
    `{ ${times(100, (at) => `a${at}: paths(from: "us", to: "uk", maxLength: 6, first: 50) { items { steps { ties { id } } } }`)} }`,
  ),
  operation(
    '50,000 actors in a filter, by variable',
    refused([200, 400], ['COST_LIMIT_EXCEEDED', 'BAD_USER_INPUT']),
    'query ($f: EventFilter) { events(filter: $f, first: 1) { total } }',
    { f: { actors: Array.from({ length: 50_000 }, () => 'us') } },
  ),
  operation(
    '20,000 aliases in an input object',
    refused([200, 400], ['COST_LIMIT_EXCEEDED', 'BAD_USER_INPUT']),
    'mutation ($a: ActorInput!) { saveActor(actor: $a) { version } }',
    {
      a: {
        id: 'wide',
        collection: 'caribbean-strikes-2025',
        kind: 'STATE',
        name: 'Wide',
        aliases: Array.from({ length: 20_000 }, (_, at) => `W${at}`),
      },
    },
  ),
  operation(
    '5,000 variables',
    NOT_RUN,
    `query (${times(5_000, (at) => `$v${at}: Int`)}) { ${times(5_000, (at) => `a${at}: events(first: $v${at}) { total }`)} }`,
  ),
  operation(
    '50,000 values for variables that there are not',
    { status: [200, 400], code: [null, 'BAD_USER_INPUT', 'COST_LIMIT_EXCEEDED', 'BAD_REQUEST'], longest: SHORT },
    '{ version }',
    Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`v${at}`, at])),
  ),
]

const INTROSPECTION = getIntrospectionQuery({ inputValueDeprecation: true })
const DEEP_TYPES = `{ __schema { types { ${'fields { type { '.repeat(12)} name ${'} }'.repeat(12)} } } }`

export const INTROSPECTING: readonly Attack[] = [
  operation('introspection, where it is off', INVALID, INTROSPECTION, undefined, ['tokens', 'proxied']),
  operation('one type, where introspection is off', INVALID, '{ __type(name: "Actor") { name } }', undefined, [
    'tokens',
  ]),
  operation(
    'introspection in a fragment named __typename, where it is off',
    INVALID,
    '{ ...__typename } fragment __typename on Query { __schema { types { name } } }',
    undefined,
    ['tokens'],
  ),
  operation('a name that is nearly right, for a suggestion', INVALID, '{ actr { nam } }', undefined, ['tokens']),
  operation(
    'an enum value that is nearly right, for a suggestion',
    refused([200, 400], ['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']),
    'query ($l: Level) { ties(level: $l) { total } }',
    { l: 'TOPP' },
    ['tokens'],
  ),
  operation('deep introspection, where it is on', NOT_RUN, DEEP_TYPES, undefined, ['local']),
  operation(
    '100 times the whole schema, where introspection is on',
    NOT_RUN,
    `{ ${times(100, (at) => `a${at}: __schema { types { fields { args { type { name } } } } }`)} }`,
    undefined,
    ['local'],
  ),
  {
    name: 'GraphiQL, where introspection is off',
    to: ['tokens'],
    comes: refused(404),
    send: (target) => ask(target, { path: '/graphiql' }),
  },
]

/** Long documents of few or no tokens, and values out of any range. */
export const LITERALS: readonly Attack[] = [
  operation('300,000 comments', { status: [200, 400], longest: SHORT }, `${'#\n'.repeat(300_000)}{ version }`),
  operation('900,000 commas', { status: [200, 400], longest: SHORT }, `${','.repeat(900_000)}{ version }`),
  operation(
    'a name of 900,000 letters',
    { status: [200, 400], longest: SHORT },
    `query ${'n'.repeat(900_000)} { version }`,
  ),
  operation(
    'a field of 900,000 letters that there is not',
    { status: [200, 400], longest: SHORT },
    `{ ${'n'.repeat(900_000)} }`,
  ),
  operation(
    'a block text of 300,000 lines',
    { status: [200, 400], longest: SHORT },
    `{ search(text: """${' \n'.repeat(300_000)}""") { matched } }`,
  ),
  operation(
    'a literal of 900,000 digits',
    {
      status: [200, 400],
      code: ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'COST_LIMIT_EXCEEDED'],
      longest: SHORT,
    },
    `{ events(first: ${'9'.repeat(900_000)}) { total } }`,
  ),
  operation(
    'first: 1e400',
    refused([200, 400], ['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']),
    '{ events(first: 1e400) { total } }',
  ),
  operation(
    'first: -1, to be taken off a cost',
    refused([200, 400], ['BAD_USER_INPUT', 'COST_LIMIT_EXCEEDED']),
    `{ a: events(first: -1) { total } b: ties(first: -2147483648) { total } }`,
  ),
  {
    name: 'a variable of 1e400',
    to: ANY,
    comes: refused([200, 400], 'BAD_USER_INPUT'),
    send: (target) =>
      postText(target, '{"query":"query ($n: Int) { events(first: $n) { total } }","variables":{"n":1e400}}'),
  },
  {
    name: '10,000 lists inside each other, in a variable of type JSON',
    to: ANY,
    comes: refused([200, 400], ['BAD_USER_INPUT', 'COST_LIMIT_EXCEEDED', 'BAD_REQUEST']),
    send: (target) =>
      postText(
        target,
        `{"query":"query ($p: JSON) { cypher(query: \\"RETURN 1\\", parameters: $p) { columns } }","variables":{"p":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`,
      ),
  },
  {
    name: '500,000 lists inside each other, as the whole body',
    to: ANY,
    comes: refused(400),
    send: (target) => postText(target, `${'['.repeat(500_000)}${']'.repeat(500_000)}`),
  },
  {
    name: 'an operation that is a list',
    to: ANY,
    comes: refused(400, 'BAD_REQUEST'),
    send: (target) => post(target, { query: ['{ version }'] }),
  },
  {
    name: 'the name of an operation that is an object',
    to: ANY,
    comes: { status: [200, 400], hides: /went wrong/ },
    send: (target) => post(target, { query: 'query A { version }', operationName: { toString: 1 } }),
  },
  {
    name: 'line breaks and colours in the name of an operation, for whoever reads the log',
    to: ANY,
    comes: { status: [200, 400], hides: /went wrong/ },
    send: (target) =>
      post(target, {
        query: 'query A { version }',
        operationName: 'A\n{"level":"info","message":"Somebody signed in."}\r\n\u001b[31mred\u0000',
      }),
  },
  {
    name: 'a question in the body and a mutation in the address',
    to: ANY,
    comes: { status: 200, code: null, shows: /"version":/, hides: /reload/ },
    send: (target) =>
      post(target, { query: '{ version }' }, { path: '/graphql?query=mutation%7Breload%7Bversion%7D%7D&query=a' }),
  },
  {
    name: 'two questions in one address',
    to: ANY,
    comes: { status: [200, 400], hides: /went wrong|"stats"/ },
    send: (target) =>
      ask(target, {
        path: '/graphql?query=%7Bversion%7D&query=%7Bstats%7Bevents%7D%7D',
        headers: { 'x-entente-preflight': '1' },
      }),
  },
  {
    name: 'variables that are a text',
    to: ANY,
    comes: refused(400, 'BAD_REQUEST'),
    send: (target) => post(target, { query: '{ version }', variables: 'n=1' }),
  },
  {
    name: 'a question that is stored nowhere, by its hash',
    to: ANY,
    comes: refused([200, 400]),
    send: (target) => post(target, { extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }),
  },
  {
    name: 'three hundred names of operations, so that measures by name grow without end',
    requests: 300,
    to: ['tokens'],
    comes: { status: 200, hides: /Q299/, longest: 100_000 },
    send: async (target) => {
      for (let at = 0; at < 300; at += 50) {
        await Promise.all(Array.from({ length: 50 }, (_, n) => post(target, { query: `query Q${at + n} { version }` })))
      }
      return ask(target, { path: '/metrics' })
    },
  },
]
