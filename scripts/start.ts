import { main } from '../server/main.ts'
import { build } from './products.ts'

await build('stale')
await main(['serve', ...process.argv.slice(2)])
