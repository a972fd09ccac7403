import { setTimeout as pause } from 'node:timers/promises'
import { boltProxy, type BoltProxy } from './bolt-proxy.ts'

/** Long enough for the server to commit, milliseconds. */
const UNTIL_COMMITTED = 500

/** Can lose the answer to a COMMIT. */
export interface CommitCutter extends BoltProxy {
  /** How many were lost. */
  readonly cuts: () => number
}

/** A COMMIT that it was armed for reaches the server; then the connection breaks before the answer comes. @param uri `bolt://host:port` of the server. */
export async function commitCutter(uri: string): Promise<CommitCutter> {
  let cuts = 0
  const proxy = await boltProxy(uri, async ({ mute, cut }) => {
    cuts++
    mute()
    void pause(UNTIL_COMMITTED).then(cut)
  })
  return { ...proxy, cuts: () => cuts }
}
