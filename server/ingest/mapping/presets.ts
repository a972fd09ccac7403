import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { checkMapping } from './check-mapping.ts'
import { columnKey } from './columns.ts'
import type { Mapping } from './mapping.ts'

/** A mapping of a data set that is spread as a table. */
export interface Preset {
  readonly id: string
  readonly title: string
  /** Shown beside it. */
  readonly note: string
  /** Columns by which it is recognised. */
  readonly recognisedBy: readonly string[]
  readonly collection: { readonly id: string; readonly title: string }
  readonly mapping: Mapping
}

interface PresetFile extends Omit<Preset, 'id' | 'mapping'> {
  readonly mapping: unknown
}

const FOLDER = new URL('./presets/', import.meta.url)

/** The mappings in the folder presets. */
export const PRESETS: readonly Preset[] = readdirSync(FOLDER).toSorted().map(readPreset)

/** The preset whose columns are all there; null: none. */
export function presetFor(names: readonly string[]): Preset | null {
  const keys = new Set(names.map(columnKey))
  return PRESETS.find(({ recognisedBy }) => recognisedBy.every((name) => keys.has(columnKey(name)))) ?? null
}

function readPreset(name: string): Preset {
  const file = parse(readFileSync(new URL(name, FOLDER), 'utf8')) as PresetFile
  const mapping = checkMapping(file.mapping)
  if ('problems' in mapping) throw new Error(`${name}: ${mapping.problems[0]?.says ?? ''}`)
  return { ...file, id: name.replace(/\.yaml$/, ''), mapping }
}
