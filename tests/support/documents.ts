import { readdirSync, readFileSync } from 'node:fs'
import { Kind, parse, visit, type DocumentNode, type FragmentDefinitionNode } from 'graphql'
import { EXAMPLES } from '../../client/graphiql/examples.ts'

/** An operation with the fragments that it spreads. */
export interface NamedDocument {
  readonly name: string
  readonly document: DocumentNode
}

const FOLDER = new URL('../../client/api/documents/', import.meta.url)
const TAGGED = /graphql\(\/\* GraphQL \*\/ `([^`]*)`/g

/** What the page asks, as it stands in its sources. */
export const PAGE_DOCUMENTS: readonly NamedDocument[] = operationsOf(
  readdirSync(FOLDER)
    .flatMap((file) => [...readFileSync(new URL(file, FOLDER), 'utf8').matchAll(TAGGED)])
    .map(([, text]) => text ?? '')
    .join('\n'),
)

/** The tabs that GraphiQL opens with. */
export const GRAPHIQL_DOCUMENTS: readonly NamedDocument[] = EXAMPLES.flatMap(operationsOf)

/** What README shows. */
export const README_DOCUMENTS: readonly NamedDocument[] = [
  ...readFileSync(new URL('../../README.md', import.meta.url), 'utf8').matchAll(/```graphql\n([^`]*)```/g),
].flatMap(([, text]) => operationsOf(text ?? ''))

function operationsOf(text: string): NamedDocument[] {
  const { definitions } = parse(text)
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each)
  return definitions.flatMap((operation) => {
    if (operation.kind !== Kind.OPERATION_DEFINITION) return []
    const spread = new Map<string, FragmentDefinitionNode>()
    const find = (node: FragmentDefinitionNode | typeof operation): void => {
      visit(node, {
        FragmentSpread({ name }) {
          const fragment = fragments.get(name.value)
          if (!fragment || spread.has(name.value)) return
          spread.set(name.value, fragment)
          find(fragment)
        },
      })
    }
    find(operation)
    const document = { kind: Kind.DOCUMENT, definitions: [operation, ...spread.values()] } as const
    return [{ name: operation.name?.value ?? 'unnamed', document }]
  })
}
