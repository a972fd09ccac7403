import { join } from 'node:path'
import { isStale, markFresh, ROOT, type Product } from './stale.ts'

const PAGE = ['client/**/*.{ts,tsx,css,html}', 'client/public/**']
const GENERATED = 'client/api/generated/**'

/** Types of the contract, for the server and the client. */
const types: Product = {
  name: 'types',
  inputs: ['schema.graphql', 'codegen.ts', 'client/**/*.{ts,tsx}', 'package-lock.json'],
  except: [GENERATED],
  outputs: ['client/api/generated/graphql.ts', 'server/graphql/generated/schema.ts'],
}

/** The pages. The types are made from inputs that are named here too, so they are not looked at. */
const pages: Product = {
  name: 'pages',
  inputs: ['schema.graphql', 'codegen.ts', 'vite.config.ts', 'package-lock.json', ...PAGE],
  except: [GENERATED],
  outputs: ['dist/client/index.html', 'dist/client/graphiql.html'],
}

/** Makes what is stale, or everything. The tools are loaded only where there is something to make. */
export async function build(which: 'stale' | 'everything'): Promise<void> {
  if (which === 'everything' || isStale(types)) {
    say('Generating types from schema.graphql …')
    const { generate } = await import('@graphql-codegen/cli')
    const { default: config } = await import('../codegen.ts')
    await generate({ ...config, cwd: ROOT, silent: true }, true)
    markFresh(types)
  }
  if (which === 'everything' || isStale(pages)) {
    say('Building the pages …')
    const { build: buildPages } = await import('vite')
    await buildPages({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' })
    markFresh(pages)
  }
}

/** On standard error: standard output is the server's. */
function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}
