import { connect, createServer, type AddressInfo } from 'node:net'

/** A COMMIT as Bolt sends it: a chunk of two bytes, the message 0x12 without fields, the end of the message. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00])
/** How long the server gets it later than it was sent, milliseconds. */
const HELD_UP = 200

/** Stands between a driver and its server, and sees when a COMMIT is on its way. */
export interface CommitWatch {
  readonly uri: string
  /** The next COMMIT is told, and goes on later. */
  arm(): void
  close(): void
}

/** @param uri `bolt://host:port` of the server. */
export async function commitWatch(uri: string, onCommit: () => void): Promise<CommitWatch> {
  const { hostname, port } = new URL(uri)
  let isArmed = false
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname)
    // What comes after it stays behind it.
    let held = Promise.resolve()
    client.on('data', (bytes) => {
      if (isArmed && bytes.includes(COMMIT)) {
        isArmed = false
        onCommit()
        held = new Promise((resolve) => setTimeout(resolve, HELD_UP))
      }
      void held.then(() => server.write(bytes))
    })
    server.on('data', (bytes) => client.write(bytes))
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
    close: () => proxy.close(),
  }
}
