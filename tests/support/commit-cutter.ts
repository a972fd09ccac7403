import { connect, createServer, type AddressInfo, type Server } from 'node:net'

/** A COMMIT as Bolt sends it: a chunk of two bytes, the message 0x12 without fields, the end of the message. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00])
/** Long enough for the server to commit, milliseconds. */
const UNTIL_COMMITTED = 500

/** Stands between a driver and its server, and can lose the answer to a COMMIT. */
export interface CommitCutter {
  readonly uri: string
  /** The next COMMIT reaches the server; then the connection breaks before the answer comes. */
  arm(): void
  /** How many were lost. */
  readonly cuts: () => number
  close(): void
}

/** @param uri `bolt://host:port` of the server. */
export async function commitCutter(uri: string): Promise<CommitCutter> {
  const { hostname, port } = new URL(uri)
  let isArmed = false
  let cuts = 0
  const proxy: Server = createServer((client) => {
    const server = connect(Number(port), hostname)
    let isCut = false
    client.on('data', (bytes) => {
      server.write(bytes)
      if (!isArmed || !bytes.includes(COMMIT)) return
      isArmed = false
      isCut = true
      cuts++
      setTimeout(() => {
        client.destroy()
        server.destroy()
      }, UNTIL_COMMITTED)
    })
    server.on('data', (bytes) => {
      if (!isCut) client.write(bytes)
    })
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => {})
      one.on('close', () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    uri: `bolt://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    arm: () => (isArmed = true),
    cuts: () => cuts,
    close: () => proxy.close(),
  }
}
