import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Entries of the list of nationalities that are none. */
const NO_NATIONALITY: readonly string[] = ['WF']

/**
 * English names of states and territories beside those of our own table, by two letters of ISO 3166: of i18n-iso-countries, of CLDR
 * (what Node knows) in its long and short form, and nationalities of i18n-nationality. Two states may share one.
 */
export function* otherNames(): Generator<readonly [iso2: string, name: string]> {
  const countries = readJson('i18n-iso-countries/langs/en.json').countries ?? {}
  const nationalities = readJson('i18n-nationality/langs/en.json').nationalities ?? {}
  const long = new Intl.DisplayNames('en', { type: 'region', style: 'long', fallback: 'none' })
  const short = new Intl.DisplayNames('en', { type: 'region', style: 'short', fallback: 'none' })
  for (const [iso2, names] of Object.entries(countries)) {
    for (const name of typeof names === 'string' ? [names] : names) yield [iso2, name]
    for (const name of [long.of(iso2), short.of(iso2)]) if (name !== undefined) yield [iso2, name]
  }
  for (const [iso2, names] of Object.entries(nationalities)) {
    if (NO_NATIONALITY.includes(iso2) || typeof names !== 'string') continue
    yield [iso2, names.replace(/ \(.*\)$/, '')]
  }
}

type Names = Readonly<Record<string, string | readonly string[]>>

function readJson(module: string): { readonly countries?: Names; readonly nationalities?: Names } {
  return JSON.parse(readFileSync(require.resolve(module), 'utf8')) as {
    readonly countries?: Names
    readonly nationalities?: Names
  }
}
