import type { ComponentProps } from 'react'
import type { GraphiQL } from 'graphiql'

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher']

/** Asks the server that served the page, one JSON POST an operation. */
export const fetcher: Fetcher = async ({ query, variables, operationName }) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'x-entente-preflight': '1',
    },
    body: JSON.stringify({ query, variables, operationName }),
  })
  return response.json()
}
