import type { RequestListener } from 'node:http'
import { createSchema } from 'graphql-yoga'
import { GraphQLError } from 'graphql'
import { Access, type AccessOptions } from '../../server/http/access/access.ts'
import { createApp, type AppDeps } from '../../server/http/app.ts'
import { silentLog } from '../../server/http/log.ts'
import { StoreUnavailableError } from '../../server/store/graph-store.ts'

const typeDefs = /* GraphQL */ `
  type Query {
    hello(name: String! = "world"): String!
    defect: String
    away: String
    refused: String
    wrongNumber: Int
    length(text: String!): Int!
    slow: String
  }
  type Mutation {
    touch: Int
  }
`

/** Who may come in; everybody, where nothing is said. */
export function accessFor(options: Partial<AccessOptions> = {}): Access {
  return new Access({ grants: [], host: '127.0.0.1', publicOrigin: null, log: silentLog, ...options })
}

/** A front of few words, each of which goes wrong in one way: what the resolvers of the product never do on demand. */
export function tinyApp(
  deps: Partial<AppDeps> = {},
  slow: () => Promise<string> = async () => 'done',
): RequestListener {
  const resolvers = {
    Query: {
      hello: (_: unknown, { name }: { name: string }) => `hello ${name}`,
      defect: () => {
        throw new TypeError('the password is in here')
      },
      away: () => {
        throw new StoreUnavailableError('The store is away. Start it again.')
      },
      refused: () => {
        throw new GraphQLError('first is 1 to 500.', { extensions: { code: 'BAD_USER_INPUT', argument: 'first' } })
      },
      wrongNumber: () => 'the password is in here',
      length: (_: unknown, { text }: { text: string }) => text.length,
      slow,
    },
    Mutation: { touch: () => 1 },
  }
  return createApp({
    schema: createSchema({ typeDefs, resolvers }),
    access: accessFor(),
    createContext: () => ({}),
    readiness: () => ({ ready: true, says: 'Entente is ready.', eventsRead: 0 }),
    introspection: true,
    clientFolder: '/nowhere',
    log: silentLog,
    ...deps,
  })
}
