#!/usr/bin/env node
import { fileURLToPath } from 'node:url'

// Plain JavaScript without newer syntax, so that a Node too old for the product can still read it and say so.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Entente needs Node 22.18 or later, this is ${process.versions.node}. ` +
      'In a checkout run "npm install", then "npm start" or "npx entente": they bring Node 24 along.',
  )
  process.exit(1)
}
// Halves the time to the first answer from the second run on. Kept in the checkout, where nobody else writes.
const { enableCompileCache } = await import('node:module')
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)))
const { main } = await import('../server/main.ts')
await main(process.argv.slice(2))
