import { GraphQLDateTime, GraphQLJSON, GraphQLLocalDate } from 'graphql-scalars'
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'

/** A calendar day as text in and out. What a calendar does not have, such as 2025-02-30, is refused. */
const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  serialize: (value) => refuse(value, () => GraphQLLocalDate.serialize(value)),
  parseValue: (value) => refuse(value, () => GraphQLLocalDate.parseValue(value)),
  parseLiteral: (node) => {
    const value = node.kind === Kind.STRING ? node.value : undefined
    return refuse(value, () => GraphQLLocalDate.parseValue(value))
  },
})

/** An instant, only ever given out: `2025-11-11T09:30:00.000Z`, in UTC. */
const DateTimeScalar = new GraphQLScalarType<Date, string>({
  ...GraphQLDateTime.toConfig(),
  serialize: (value) => GraphQLDateTime.serialize(value).toISOString(),
})

/** What the scalars of the contract do, by name. */
export const scalars = { Date: DateScalar, DateTime: DateTimeScalar, JSON: GraphQLJSON }

function refuse(value: unknown, read: () => unknown): string {
  try {
    return String(read())
  } catch {
    throw new GraphQLError(`${JSON.stringify(value)} is no day of the calendar. Write it as "2025-11-11".`, {
      extensions: { code: 'BAD_USER_INPUT' },
    })
  }
}
