import { run } from './run.ts'
import { runtimePackages } from './runtime-packages.ts'

/** Ends with 1 where a runtime package has a known fault, with 2 where nobody can say. */
const FAULTS = 1
const UNKNOWN = 2

interface Audit {
  readonly message?: string
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>
}

type Outdated = Readonly<Record<string, Newest | readonly Newest[]>>

interface Newest {
  readonly latest?: string
}

const packages = runtimePackages()
const { output } = await run('npm', ['audit', '--omit', 'dev', '--json', '--silent'])
const audit = toJson<Audit>(output)
const faults = Object.entries(audit?.vulnerabilities ?? {})

if (!audit?.vulnerabilities) {
  console.log(`The registry answers no audit: ${audit?.message ?? 'it says nothing.'}`)
  console.log(`The ${packages.length} runtime packages, each with its version and the newest:`)
  await listVersions()
  process.exitCode = UNKNOWN
} else if (faults.length > 0) {
  console.log(`Of ${packages.length} runtime packages, ${faults.length} have known faults:`)
  for (const [name, { severity, range }] of faults) console.log(`  ${name} ${range}: ${severity}`)
  process.exitCode = FAULTS
} else {
  console.log(`None of the ${packages.length} runtime packages has a known fault.`)
}

async function listVersions(): Promise<void> {
  const names = [...new Set(packages.map(({ name }) => name))]
  const asked = await run('npm', ['outdated', '--all', '--json', '--silent', ...names])
  const outdated = toJson<Outdated & { readonly error?: unknown }>(asked.output)
  const isTold = outdated !== null && outdated.error === undefined
  for (const { name, version, direct } of packages) {
    const [first] = [outdated?.[name] ?? []].flat()
    const newest = isTold ? (first?.latest ?? version) : 'unknown'
    const mark = newest === version ? ' ' : '*'
    console.log(`${mark} ${direct ? '' : '  '}${name} ${version}, newest ${newest}`)
  }
}

function toJson<T>(text: string): T | null {
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}
