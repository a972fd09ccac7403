import { connect, createServer, type AddressInfo } from 'node:net'

/** A COMMIT as Bolt sends it: a chunk of two bytes, the message 0x12 without fields, the end of the message. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00])

/** Stands between a driver and its server, and sees when a COMMIT is on its way. */
export interface BoltProxy {
  readonly uri: string
  /** The next COMMIT is told. */
  arm(): void
  close(): void
}

/** The connection on which it came. */
export interface Wire {
  /** The driver hears nothing more. */
  mute(): void
  /** Breaks it on both sides. */
  cut(): void
}

/**
 * @param uri `bolt://host:port` of the server.
 * @param onCommit called with a COMMIT that is on its way; the server gets it, and what comes after it, when this has ended.
 */
export async function boltProxy(uri: string, onCommit: (wire: Wire) => Promise<void>): Promise<BoltProxy> {
  const { hostname, port } = new URL(uri)
  let isArmed = false
  const proxy = createServer((client) => {
    const server = connect(Number(port), hostname)
    let isMute = false
    let held = Promise.resolve()
    const mute = () => void (isMute = true)
    const cut = () => [client, server].forEach((each) => each.destroy())
    client.on('data', (bytes) => {
      if (isArmed && bytes.includes(COMMIT)) {
        isArmed = false
        held = onCommit({ mute, cut })
      }
      void held.then(() => server.write(bytes))
    })
    server.on('data', (bytes) => {
      if (!isMute) client.write(bytes)
    })
    for (const each of [client, server]) each.on('error', () => {}).on('close', cut)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    uri: `bolt://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    arm: () => (isArmed = true),
    close: () => proxy.close(),
  }
}
