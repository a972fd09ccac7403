import type { ComponentProps } from 'react'
import type { GraphiQL } from 'graphiql'
import { PREFLIGHT } from '../api/session.ts'

type Fetcher = ComponentProps<typeof GraphiQL>['fetcher']

/** Asks the server that served the page, one JSON POST an operation. */
export const fetcher: Fetcher = async ({ query, variables, operationName }) => {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...PREFLIGHT,
    },
    body: JSON.stringify({ query, variables, operationName }),
  })
  return response.json()
}
