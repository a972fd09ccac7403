import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import type { RequestContext } from './context.ts'
import { ForbiddenError, UnauthenticatedError } from './errors.ts'
import type { MutationResolvers, QueryResolvers } from './generated/schema.ts'
import type { Principal } from './principal.ts'

/** What a field asks of whoever asks for it. To write is to read too. */
export type Demand = 'read' | 'write'

/**
 * What each root field demands; a field that is not here makes no schema. What lies below a root field is reached through it alone and
 * demands what it does.
 */
export const DEMANDS = {
  Query: {
    actor: 'read',
    search: 'read',
    actors: 'read',
    event: 'read',
    events: 'read',
    ties: 'read',
    neighbourhood: 'read',
    paths: 'read',
    timeline: 'read',
    distancing: 'read',
    sources: 'read',
    source: 'read',
    collections: 'read',
    stats: 'read',
    questions: 'read',
    // Whoever reads the record may see who wrote it: an answer that nobody answers for is worth less.
    auditLog: 'read',
    merges: 'read',
    // It reads only, but it can take all of the database's memory: in effect it is the database's password.
    cypher: 'write',
    version: 'read',
  },
  Mutation: {
    saveActor: 'write',
    mergeActors: 'write',
    saveAffiliation: 'write',
    removeAffiliation: 'write',
    saveSource: 'write',
    recordEvent: 'write',
    addEvidence: 'write',
    removeEvidence: 'write',
    setEventStatus: 'write',
    retractEvent: 'write',
    undo: 'write',
    // Every server on the store reads it anew: work that readers should not be able to cause.
    reload: 'write',
  },
} as const satisfies {
  readonly Query: Readonly<Record<keyof Required<QueryResolvers>, Demand>>
  readonly Mutation: Readonly<Record<keyof Required<MutationResolvers>, Demand>>
}

type FieldResolver = GraphQLFieldResolver<unknown, RequestContext>

/** Lets each root field answer only those who may ask for it. @throws Error where nobody said who may, or it has no resolver to guard. */
export function guardRootFields(schema: GraphQLSchema): void {
  const demands = new Map<string, Demand>()
  for (const [type, fields] of Object.entries(DEMANDS)) {
    for (const [field, demand] of Object.entries(fields)) demands.set(`${type}.${field}`, demand)
  }
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const where = `${type?.name}.${field.name}`
      const demand = demands.get(where)
      if (!demand) throw new Error(`server/graphql/access.ts does not say who may ask for ${where}.`)
      if (!field.resolve) throw new Error(`Nothing answers ${where}.`)
      field.resolve = guarded(demand, field.resolve as FieldResolver)
    }
  }
}

function guarded(demand: Demand, resolve: FieldResolver): FieldResolver {
  return (parent, args, context, info) => {
    demandOf(context.principal, demand)
    return resolve(parent, args, context, info)
  }
}

/** @throws UnauthenticatedError, ForbiddenError */
function demandOf(principal: Principal, demand: Demand): void {
  if (!principal.mayRead) throw new UnauthenticatedError()
  if (demand === 'write' && !principal.mayWrite) {
    throw new ForbiddenError('This is for tokens that may write. Ask whoever runs this server for one.')
  }
}
