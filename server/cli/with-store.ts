import { storeFile } from '../config.ts'
import type { GraphStore } from '../store/graph-store.ts'
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'

/** Works on the store of a data folder, which is made where it is not there, and closes it whatever happens. @throws DataFolderError */
export async function withStore<T>(dataFolder: string, work: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = openSqliteStore(storeFile(dataFolder))
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
