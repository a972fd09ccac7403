import { refuseHalfCopy } from '../ingest/transfer/half-copy.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { openStore, toStoreChoice } from './open-store.ts'
import type { StoreSettings } from './store-options.ts'

/**
 * Works on the store that the settings name, and closes it whatever happens. Waits for nobody.
 * @throws SettingError, DataFolderError, StoreUnavailableError, HalfCopyError.
 */
export async function withStore<T>(settings: StoreSettings, work: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openStore(toStoreChoice(settings))
  try {
    await refuseHalfCopy(store)
    return await work(store)
  } finally {
    await store.close()
  }
}
