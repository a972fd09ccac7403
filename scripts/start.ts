import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { build } from './products.ts'
import { ROOT } from './stale.ts'

// As bin/entente.mjs does; what is imported above is small.
enableCompileCache(join(ROOT, 'node_modules/.cache/compiled'))
await build('stale')
const { main } = await import('../server/main.ts')
await main(['serve', ...process.argv.slice(2)])
