import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

const STAMPS = join(ROOT, 'dist/stamps.json')

/** Something that is made from files of the repository. */
export interface Product {
  readonly name: string
  /** Globs of what it is made from. */
  readonly inputs: readonly string[]
  /** Globs of what is not, though `inputs` names it. */
  readonly except?: readonly string[]
  /** Files that are there when it has been made. */
  readonly outputs: readonly string[]
}

/**
 * Whether a product must be made anew: an output is not there, or the contents of its inputs are not those that it was last made
 * from. Times are not looked at: a checkout or a copy gives files new ones.
 */
export function isStale(product: Product): boolean {
  return (
    !product.outputs.every((output) => existsSync(join(ROOT, output))) ||
    readStamps()[product.name] !== fingerprint(product)
  )
}

/** Remembers that the product is made from its inputs as they are now. */
export function markFresh(product: Product): void {
  mkdirSync(dirname(STAMPS), { recursive: true })
  const stamps = { ...readStamps(), [product.name]: fingerprint(product) }
  writeFileSync(STAMPS, `${JSON.stringify(stamps, null, 2)}\n`)
}

function fingerprint({ inputs, except = [] }: Product): string {
  const hash = createHash('sha256')
  const files = globSync([...inputs], { cwd: ROOT, exclude: [...except], withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  for (const file of files)
    hash
      .update(`${file.slice(ROOT.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

function readStamps(): Readonly<Record<string, string>> {
  if (!existsSync(STAMPS)) return {}
  try {
    return JSON.parse(readFileSync(STAMPS, 'utf8')) as Record<string, string>
  } catch {
    // A stamp file cut short by a kill is as good as none.
    return {}
  }
}
