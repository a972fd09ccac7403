/** A query that works on the seeded case, shown as a tab of GraphiQL. */
export interface Example {
  readonly name: string
  readonly query: string
}

export const EXAMPLES: readonly Example[] = [{ name: 'a', query: '{ __typename }' }]
