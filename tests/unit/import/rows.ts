import type { KnownActor, Names, Resolved } from '../../../server/ingest/names/names.ts'
import type { CodedAct, Item, SourceRow, Surface } from '../../../server/ingest/rows/row.ts'

export function surface(name: string): Surface {
  return { name, country: null, code: null, sectors: [] }
}

export function codedAct(code: string): CodedAct {
  return { type: 'coded', system: 'CAMEO', code, name: null, goldstein: null }
}

export interface RowWords {
  readonly actor?: string | null
  readonly target?: string | null
  readonly on?: string
  readonly code?: string
  readonly key?: string | null
  readonly line?: number
}

/** A row of a file: Alpha makes a statement toward Beta, unless it says otherwise. */
export function sourceRow({ actor = 'Alpha', target = 'Beta', on = '2018-09-01', ...said }: RowWords = {}): SourceRow {
  const { code = '010', key = null, line = 1 } = said
  return {
    file: 0,
    line,
    key,
    actor: actor === null ? null : surface(actor),
    target: target === null ? null : surface(target),
    occurred: on,
    reported: null,
    act: codedAct(code),
    publisher: null,
    locator: null,
    summary: null,
    mirror: false,
  }
}

export function rowItem(words: RowWords = {}): Item {
  return { type: 'row', row: sourceRow(words) }
}

/** Everybody is nobody of the tables, under a lower-case id. */
export function plainNames(others: Readonly<Record<string, Resolved>> = {}): Names {
  const known = new Map<string, Resolved>(Object.entries(others))
  return {
    resolve({ name }) {
      const found = known.get(name) ?? { how: 'new', actor: knownActor(name), candidates: [] }
      known.set(name, found)
      return found
    },
  }
}

export function knownActor(name: string, affiliations: KnownActor['affiliations'] = []): KnownActor {
  const id = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  return { id, kind: 'GROUP', name, article: false, aliases: [], unspecified: false, affiliations }
}
