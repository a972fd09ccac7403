import { graphql, GraphQLError } from 'graphql'
import { basename } from 'node:path'
import type { Snapshot } from '../domain/snapshot.ts'
import { createContext } from '../graphql/context.ts'
import { createSchema } from '../graphql/schema.ts'
import { seedIfNew } from '../ingest/load.ts'
import { openMemory } from '../memory/memory.ts'
import { parts, type AskSettings, type CheckedVariables } from './ask-settings.ts'
import type { AnswerData } from './distancing-answer.ts'
import { DISTANCING_DOCUMENT } from './distancing-document.ts'
import { distancingText } from './distancing-text.ts'
import { actorId } from './known-names.ts'
import { SEEDED_CASE } from './seeded-case.ts'
import { UsageError } from './usage-error.ts'
import { withStore } from './with-store.ts'

const SEEDED = `entente: The store never held the case ${basename(SEEDED_CASE)}, so it was loaded first.\n`

/** Asks the store that the settings name and writes the answer to standard output. @throws UsageError, and what `withStore` throws. */
export async function askDistancing(settings: AskSettings, checked: CheckedVariables): Promise<void> {
  const answer = await withStore(settings, async (store) => {
    if (await seedIfNew(store, SEEDED_CASE)) process.stderr.write(SEEDED)
    const memory = openMemory(store)
    await memory.load()
    const named = namedVariables(await memory.snapshot(), settings)
    return execute(createContext({ store, memory }), { ...checked, ...named })
  })
  process.stdout.write(settings.json ? `${JSON.stringify(answer, null, 2)}\n` : `${distancingText(answer)}\n`)
}

/** Asks the schema that the API serves, so that both give one answer. @throws UsageError */
async function execute(
  contextValue: ReturnType<typeof createContext>,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<AnswerData> {
  const { data, errors } = await graphql({
    schema: createSchema(),
    source: DISTANCING_DOCUMENT,
    variableValues,
    contextValue,
  })
  const [error] = errors ?? []
  if (error?.extensions['code'] === 'BAD_USER_INPUT') throw new UsageError(error.message)
  if (error) throw firstThrown(error)
  return data?.['distancing'] as AnswerData
}

function firstThrown(error: GraphQLError): Error {
  let thrown: Error = error
  while (thrown instanceof GraphQLError && thrown.originalError) thrown = thrown.originalError
  return thrown
}

/** @throws UsageError */
function namedVariables(snapshot: Snapshot, { toward, by, collection }: AskSettings) {
  return {
    ...(toward === undefined ? {} : { toward: actorId(snapshot, '--toward', toward) }),
    ...(by === undefined ? {} : { by: actorId(snapshot, '--by', by) }),
    ...(collection === undefined ? {} : { collections: parts(collection) }),
  }
}
