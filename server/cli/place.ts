import { existsSync } from 'node:fs'
import { storePath } from '../config.ts'
import { refuseHalfCopy } from '../ingest/transfer/half-copy.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { openStore, toStoreChoice, type StoreChoice } from './open-store.ts'
import type { StoreSettings } from './store-options.ts'
import { UsageError } from './usage-error.ts'

/**
 * The store that a word on the command line means: the address of a Neo4j, whose user, password and database are those of the
 * settings unless it carries its own, or a data folder. @throws SettingError
 */
export function choiceOf(place: string, settings: StoreSettings): StoreChoice {
  if (!place.includes('://')) return toStoreChoice({ data: place })
  const { neo4jUser, neo4jPassword, ...others } = settings
  const own = (URL.parse(place)?.password ?? '') !== ''
  return toStoreChoice(own ? { ...others, neo4jUri: place } : { ...settings, neo4jUri: place })
}

/** Opens a store that is to be read from: it must be there, and whole. @throws UsageError, HalfCopyError, and as `openStore`. */
export async function openWhole(choice: StoreChoice): Promise<GraphStore> {
  if (choice.name === 'sqlite' && !existsSync(storePath(choice.dataFolder))) {
    throw new UsageError(`There is no store in ${choice.dataFolder}. Name the data folder that holds one.`)
  }
  const store = await openStore(choice)
  try {
    await refuseHalfCopy(store)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}
