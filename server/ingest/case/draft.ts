import { isMap, isScalar, isSeq } from 'yaml'
import {
  actorsShape,
  affiliationsShape,
  caseShape,
  coordinate,
  eventsShape,
  FILES,
  REQUIRED_FILES,
  sourcesShape,
  type ActorDraft,
  type AffiliationDraft,
  type CaseDraft,
  type EventDraft,
  type SourceDraft,
} from './layout.ts'
import type { Problems } from './problem.ts'
import { Places, ShapeReader } from './read-shape.ts'
import type { Shape } from './shape.ts'
import { FILE_TERMS, type Terms } from './terms.ts'
import { parseYaml, type YamlFile } from './yaml-file.ts'

/** What was read of a case, faults and all. A whole part is `null` where its file could not be read: nothing is known of it then. */
export interface Draft {
  readonly case: CaseDraft | null
  readonly actors: readonly ActorDraft[] | null
  readonly affiliations: readonly AffiliationDraft[] | null
  readonly sources: readonly SourceDraft[] | null
  readonly events: readonly EventDraft[] | null
  readonly positions: readonly PositionDraft[] | null
  readonly places: Places
  readonly terms: Terms
}

export interface PositionDraft {
  readonly actor: string
  readonly x: number | undefined
  readonly y: number | undefined
}

/**
 * @param texts by file name; null: the file cannot be read, which has been told. A file that may be left out and is not there counts
 * as empty.
 */
export function readDraft(texts: ReadonlyMap<string, string | null>, problems: Problems): Draft {
  const places = new Places()
  const reader = new ShapeReader(problems, places)
  const open = (name: string): YamlFile | null => {
    const text = texts.get(name) ?? (texts.has(name) || REQUIRED_FILES.includes(name) ? null : '')
    return text === null ? null : parseYaml(name, text, problems)
  }
  const readList = <S extends Shape, T>(name: string, shape: S): readonly T[] | null => {
    const file = open(name)
    const items = file && (reader.readFile(file, shape) as readonly (T | undefined)[] | undefined)
    return items ? items.filter((item) => item !== undefined) : null
  }
  const caseFile = open(FILES.case)
  const positions = open(FILES.positions)
  return {
    case: (caseFile && reader.readFile(caseFile, caseShape)) ?? null,
    actors: readList(FILES.actors, actorsShape),
    affiliations: readList(FILES.affiliations, affiliationsShape),
    sources: readList(FILES.sources, sourcesShape),
    events: readList(FILES.events, eventsShape),
    positions: positions && readPositions(positions, reader, places, problems),
    places,
    terms: FILE_TERMS,
  }
}

function readPositions(
  file: YamlFile,
  reader: ShapeReader,
  places: Places,
  problems: Problems,
): readonly PositionDraft[] | null {
  if (file.root === null) return []
  if (!isMap(file.root)) {
    problems.add(file.placeOf(file.root), 'Positions stand here, one actor a line: "uk: [10, 40]". Write them so.')
    return null
  }
  const positions: PositionDraft[] = []
  for (const { key, value } of file.root.items) {
    const actor = isScalar(key) ? String(key.value) : ''
    const pair = isSeq(value) && value.items.length === 2 ? value.items : null
    if (!pair) {
      problems.add(file.placeOf(value ?? key), 'A position is two numbers from 0 to 100: [x, y]. Write both.')
    }
    const [x, y] = (pair ?? []).map((item) => reader.read(file, item as never, coordinate))
    const position = { actor, x, y }
    places.set(position, 'actor', file.placeOf(key))
    positions.push(position)
  }
  return positions
}
