import type { Command } from 'commander'
import { graphql, GraphQLError } from 'graphql'
import { basename } from 'node:path'
import { parseDay } from '../domain/days.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { DISTANCING_RULES, LEVELS } from '../domain/words.ts'
import { createContext } from '../graphql/context.ts'
import { createSchema } from '../graphql/schema.ts'
import { seedIfNew } from '../ingest/load.ts'
import { openMemory } from '../memory/memory.ts'
import type { AnswerData } from './distancing-answer.ts'
import { DISTANCING_DOCUMENT } from './distancing-document.ts'
import { distancingText } from './distancing-text.ts'
import { actorId } from './known-names.ts'
import { SEEDED_CASE } from './seeded-case.ts'
import { addStoreOptions, type StoreSettings } from './store-options.ts'
import { UsageError } from './usage-error.ts'
import { withStore } from './with-store.ts'

const SEEDED = `entente: The store never held the case ${basename(SEEDED_CASE)}, so it was loaded first.\n`

interface AskSettings extends StoreSettings {
  readonly toward?: string
  readonly by?: string
  readonly since?: string
  readonly until?: string
  readonly asKnownOn?: string
  readonly include?: readonly string[]
  readonly level?: string
  readonly collection?: readonly string[]
  readonly first?: string
  readonly after?: string
  readonly json?: true
}

export function registerAsk(program: Command): void {
  const ask = program
    .command('ask')
    .description('Answer a question from the store. A store that is new holds the seeded case.')
  addStoreOptions(ask.command('distancing'))
    .description('Who distanced themselves from whom. Actors by id or by any of their names.')
    .option('--toward <actor>', 'the actor that others stepped away from')
    .option('--by <actor>', 'the actor that stepped away')
    .option('--since <day>', 'only acts that may have happened on or after this day, such as 2025-11-11')
    .option('--until <day>', 'only acts that may have happened on or before this day')
    .option(
      '--as-known-on <day>',
      'hide what became known later; left out: the last day on which anything became known',
    )
    .option('--include <rules...>', 'rules beside STRICT: CONDEMNATION, THREATENED, WEAK')
    .option('--level <level>', 'actor: exactly the named actor; top: with all that rolls up to it (left out: top)')
    .option('--collection <ids...>', 'only these collections')
    .option('--first <number>', 'rows at a time, 1 to 500 (left out: 100)')
    .option('--after <cursor>', 'the endCursor of the rows before')
    .option('--json', 'the answer as the GraphQL API gives it')
    .action((settings: AskSettings) => askDistancing(settings))
}

async function askDistancing(settings: AskSettings): Promise<void> {
  const checked = checkedVariables(settings)
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

/** What can be checked before the store is opened. Keys that are left out take the API's defaults. @throws UsageError */
function checkedVariables({ since, until, asKnownOn, level, include, first, after }: AskSettings) {
  return {
    ...day('since', '--since', since),
    ...day('until', '--until', until),
    ...day('asKnownOn', '--as-known-on', asKnownOn),
    ...(level === undefined ? {} : { level: word('--level', LEVELS, level) }),
    ...(include === undefined ? {} : { include: words('--include', DISTANCING_RULES, include) }),
    ...(first === undefined ? {} : { first: wholeNumber('--first', first) }),
    ...(after === undefined ? {} : { after }),
  }
}

/** @throws UsageError */
function namedVariables(snapshot: Snapshot, { toward, by, collection }: AskSettings) {
  return {
    ...(toward === undefined ? {} : { toward: actorId(snapshot, '--toward', toward) }),
    ...(by === undefined ? {} : { by: actorId(snapshot, '--by', by) }),
    ...(collection === undefined ? {} : { collections: parts(collection) }),
  }
}

function day(name: string, option: string, text: string | undefined): Readonly<Record<string, string>> {
  if (text === undefined) return {}
  if (parseDay(text) === null) throw new UsageError(`${option} is a day such as 2025-11-11; it is "${text}".`)
  return { [name]: text }
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new UsageError(`${option} is a whole number; it is "${text}".`)
  return Number(text)
}

function words<W extends string>(option: string, known: readonly W[], texts: readonly string[]): readonly W[] {
  return parts(texts).map((text) => word(option, known, text))
}

function word<W extends string>(option: string, known: readonly W[], text: string): W {
  const found = known.find((each) => each === text.toUpperCase())
  if (found === undefined) throw new UsageError(`${option} is one of ${known.join(', ')}; it is "${text}".`)
  return found
}

/** Words with commas or spaces between them. */
function parts(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(/[\s,]+/)).filter((part) => part !== '')
}
