import { storeFile, storePath, toDataFolder } from '../config.ts'
import { SettingError } from '../setting-error.ts'
import type { GraphStore } from '../store/graph-store.ts'
import type { Neo4jTarget } from '../store/neo4j/run.ts'
import type { StoreSettings } from './store-options.ts'

/** Which store is used. */
export type StoreChoice =
  | { readonly name: 'sqlite'; readonly dataFolder: string }
  | { readonly name: 'neo4j'; readonly target: Neo4jTarget }

interface Opening {
  /** Ends the opening, not the store. */
  readonly signal?: AbortSignal
  /** Called with the name of each statement that is sent. */
  readonly onStatement?: (name: string) => void
}

const SCHEMES = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc']

/** The Neo4j whose address is given, else the file in the data folder. @throws SettingError, which never holds a password. */
export function toStoreChoice(settings: StoreSettings): StoreChoice {
  const { data, neo4jUri, neo4jUser, neo4jPassword, neo4jDatabase } = settings
  const address = given(neo4jUri)
  if (address === null) return { name: 'sqlite', dataFolder: toDataFolder(data) }
  const { uri, ...inside } = toAddress(address)
  const password = inside.password ?? given(neo4jPassword)
  if (password === null) {
    throw new SettingError(
      'NEO4J_PASSWORD',
      `The password of Neo4j at ${uri} is missing. Set NEO4J_PASSWORD (or --neo4j-password); where Neo4j asks for none, to any word.`,
    )
  }
  const user = inside.user ?? given(neo4jUser) ?? 'neo4j'
  return { name: 'neo4j', target: { uri, user, password, database: given(neo4jDatabase) } }
}

/**
 * Opens a store, and loads no other kind's driver; one that is not there yet is made. @param signal ends the opening, not the store.
 * @throws DataFolderError, and StoreUnavailableError where it does not answer or cannot serve.
 */
export async function openStore(choice: StoreChoice, { signal, onStatement }: Opening = {}): Promise<GraphStore> {
  const told = onStatement ? { onStatement } : {}
  if (choice.name === 'sqlite') {
    const { openSqliteStore } = await import('../store/sqlite/sqlite-store.ts')
    return openSqliteStore(storeFile(choice.dataFolder), told)
  }
  const { openNeo4jStore } = await import('../store/neo4j/neo4j-store.ts')
  return openNeo4jStore(choice.target, signal ? { ...told, signal } : told)
}

/** Where a store is, for a sentence: `Neo4j at bolt://127.0.0.1:7687`, without user and password; a file by its path. */
export function nameOfStore(choice: StoreChoice): string {
  if (choice.name === 'sqlite') return storePath(choice.dataFolder)
  const { uri, database } = choice.target
  return database === null ? `Neo4j at ${uri}` : `Neo4j at ${uri}, database ${database}`
}

/** What of it must not be written into a log. */
export function secretsOf(choice: StoreChoice): readonly string[] {
  return choice.name === 'neo4j' ? [choice.target.password] : []
}

function given(text: string | undefined): string | null {
  return text === undefined || text.trim() === '' ? null : text
}

/** An address may carry name and password. They are taken out of it, so that it can be told. */
function toAddress(text: string): { uri: string; user: string | null; password: string | null } {
  const url = URL.parse(text.trim())
  const scheme = url?.protocol.slice(0, -1) ?? ''
  const hasMore = url !== null && (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '')
  if (url === null || !SCHEMES.includes(scheme) || url.hostname === '' || hasMore) {
    throw new SettingError(
      'NEO4J_URI',
      `--neo4j-uri (or NEO4J_URI) is an address such as bolt://127.0.0.1:7687: one of ${SCHEMES.map((each) => `${each}://`).join(', ')}, ` +
        'then host and port. What is given is none. A name and password belong in NEO4J_USER and NEO4J_PASSWORD.',
    )
  }
  return { uri: `${scheme}://${url.host}`, user: decoded(url.username), password: decoded(url.password) }
}

function decoded(text: string): string | null {
  try {
    return given(decodeURIComponent(text))
  } catch {
    return text
  }
}
