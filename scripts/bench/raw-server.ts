import { createServer } from 'node:http'

/**
 * The reference for the GraphQL layer, in a process of its own: reads the body, writes what it was given as JSON, made anew each time.
 * The answer comes on standard input; `ready at <address>` goes to standard output.
 */
let text = ''
for await (const piece of process.stdin) text += String(piece)
const answer: unknown = JSON.parse(text)

const server = createServer((req, res) => {
  const chunks: Buffer[] = []
  req.on('data', (chunk: Buffer) => chunks.push(chunk))
  req.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString())
    const body = Buffer.from(JSON.stringify(answer))
    res.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
    res.end(body)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  process.stdout.write(`Raw is ready at http://127.0.0.1:${port}\n`)
})
process.once('SIGTERM', () => server.close(() => process.exit(0)))
