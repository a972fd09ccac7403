import { getNamedType, isCompositeType, isObjectType, isRequiredArgument } from 'graphql'
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql'
import { CASE } from './serving.ts'

/** One cell's question: a field of a type, asked along the shortest way from a root field. */
export interface Sample {
  /** `Event.evidence` */
  readonly field: string
  /** The root field that it is asked through. */
  readonly root: string
  readonly kind: 'query' | 'mutation'
  readonly document: string
}

const EVIDENCE = `{ source: "${CASE}/realist-english", paraphrase: "It is told so." }`
const EVENT = `{
  collection: "${CASE}", actor: "canada", target: "us", kind: SUSPENSION, subtype: "aid", occurred: "2025-11-10", evidence: [${EVIDENCE}]
}`

/** Arguments of the seeded case, by field; those that an argument of the field below is not given. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  'Query.actor': 'id: "us"',
  'Query.event': `id: "${CASE}/uk-suspends-intelligence"`,
  'Query.source': `id: "${CASE}/realist-english"`,
  'Query.search': 'text: "united"',
  'Query.neighbourhood': 'actor: "us"',
  'Query.paths': 'from: "uk", to: "us"',
  'Query.cypher': 'query: "MATCH (n) RETURN count(n)"',
  'Mutation.saveActor': `actor: { id: "peru", collection: "${CASE}", kind: STATE, name: "Peru" }`,
  'Mutation.mergeActors': 'from: "canada", into: "uk", preview: true',
  'Mutation.saveAffiliation': `affiliation: { collection: "${CASE}", type: MEMBER_OF, actor: "canada", to: "un" }`,
  'Mutation.removeAffiliation': `id: "${CASE}/none"`,
  'Mutation.saveSource': `source: { id: "herald", collection: "${CASE}", publisher: "The Herald" }`,
  'Mutation.recordEvent': `event: ${EVENT}`,
  'Mutation.addEvidence': `event: "${CASE}/uk-suspends-intelligence", evidence: ${EVIDENCE}`,
  'Mutation.removeEvidence': `event: "${CASE}/uk-suspends-intelligence", evidence: "none"`,
  'Mutation.setEventStatus': `event: "${CASE}/uk-suspends-intelligence", status: CONFIRMED, on: "2025-11-12"`,
  'Mutation.retractEvent': `event: "${CASE}/none", reason: "A slip."`,
  'Mutation.undo': 'change: "1"',
}

interface Way {
  readonly type: GraphQLObjectType
  readonly steps: readonly string[]
  readonly root: string
  readonly kind: Sample['kind']
}

/** Every field of every object type that can be reached, each once. @throws RangeError where an argument has no sample. */
export function samples(schema: GraphQLSchema): readonly Sample[] {
  return waysOf(schema).flatMap(({ type, steps, root, kind }) =>
    Object.values(type.getFields()).map((field): Sample => {
      const asked = [...steps, step(type, field)]
      const leaf = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''
      return {
        field: `${type.name}.${field.name}`,
        root: root || field.name,
        kind,
        document: `${kind} { ${asked.join(' { ')}${leaf}${' }'.repeat(asked.length)}`,
      }
    }),
  )
}

/** The shortest way to each object type: first those from Query, then what mutations alone give. */
function waysOf(schema: GraphQLSchema): readonly Way[] {
  const ways = new Map<string, Way>()
  for (const [kind, type] of [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const) {
    const queue: Way[] = type ? [{ type, steps: [], root: '', kind }] : []
    for (let way = queue.shift(); way; way = queue.shift()) {
      const { type: here, steps, root } = way
      if (ways.has(here.name)) continue
      ways.set(here.name, way)
      for (const field of Object.values(here.getFields())) {
        const next = getNamedType(field.type)
        if (isObjectType(next)) {
          queue.push({ type: next, steps: [...steps, step(here, field)], root: root || field.name, kind })
        }
      }
    }
  }
  return [...ways.values()]
}

function step(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): string {
  const given = ARGUMENTS[`${type.name}.${field.name}`]
  if (given) return `${field.name}(${given})`
  const missing = field.args.find(isRequiredArgument)
  if (missing) throw new RangeError(`${type.name}.${field.name} has no sample of ${missing.name}.`)
  return field.name
}
