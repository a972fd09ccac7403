import { setTimeout as pause } from 'node:timers/promises'
import { boltProxy, type BoltProxy } from './bolt-proxy.ts'

/** How long the server gets it later than it was sent, milliseconds. */
const HELD_UP = 200

/** Tells a COMMIT that it was armed for, and lets it go on later. @param uri `bolt://host:port` of the server. */
export function commitWatch(uri: string, onCommit: () => void): Promise<BoltProxy> {
  return boltProxy(uri, () => {
    onCommit()
    return pause(HELD_UP)
  })
}
