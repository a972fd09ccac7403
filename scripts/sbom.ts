import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from './run.ts'
import { runtimePackages } from './runtime-packages.ts'
import { ROOT } from './stale.ts'

interface Bom {
  readonly metadata: { readonly component: { readonly 'bom-ref': string } }
  readonly components: readonly { readonly name: string; readonly version: string; readonly 'bom-ref': string }[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

/** Writes what the product runs with into a file, in CycloneDX. The file may be named; left out: dist/sbom.cdx.json. */
const [file = join(ROOT, 'dist/sbom.cdx.json')] = process.argv.slice(2)
// With `--omit dev` npm leaves out what development needs as well, graphql among it. So everything is asked for, and sorted out here.
const args = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only', '--silent']
const { code, output } = await run('npm', args)
if (code !== 0) throw new Error(`npm made no list of the packages:\n${output}`)

const bom = JSON.parse(output) as Bom
const wanted = new Set(runtimePackages().map(({ name, version }) => `${name}@${version}`))
const components = bom.components.filter(({ name, version }) => wanted.has(`${name}@${version}`))
const kept = new Set([bom.metadata.component['bom-ref'], ...components.map((each) => each['bom-ref'])])
const dependencies = bom.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => kept.has(each)) }))
// npm names it after the folder that it happens to lie in.
const { name } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly name: string }
const metadata = { ...bom.metadata, component: { ...bom.metadata.component, name } }
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, `${JSON.stringify({ ...bom, metadata, components, dependencies }, null, 2)}\n`)
console.log(`Wrote ${components.length} packages to ${file}.`)
