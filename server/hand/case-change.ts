import type { CollectionContents } from '../domain/records.ts'
import type { Draft } from '../ingest/case/draft.ts'
import { fromContents } from '../ingest/case/from-contents.ts'
import { newFaults } from '../ingest/case/new-faults.ts'
import { Problems } from '../ingest/case/problem.ts'
import { ShapeReader } from '../ingest/case/read-shape.ts'
import type { Shape, ValueOf } from '../ingest/case/shape.ts'
import { valueFile } from '../ingest/case/value-file.ts'
import { RecordError } from './recorder.ts'
import { refuse } from './refuse.ts'
import { HAND_TERMS } from './terms.ts'

/** A change of one case on its way: what was given is read and checked as if it stood in the case's files. */
export class CaseChange {
  /** The case as it is. */
  readonly draft: Draft
  readonly #contents: CollectionContents
  readonly #problems = new Problems()

  constructor(contents: CollectionContents) {
    this.#contents = contents
    this.draft = fromContents(contents, HAND_TERMS)
  }

  /**
   * @param value in the form of the files. @param argument under which it was given; what stands inside it was given under a path
   * such as `event.evidence.0.source`.
   * @throws RecordError where it is nothing of that shape.
   */
  read<S extends Shape>(shape: S, value: unknown, argument: string): ValueOf<S> {
    return readGiven(shape, value, (keys) => [argument, ...keys].join('.'), this.draft, this.#problems)
  }

  /** @param after the case as it would become. @param argument the one that is told where other records come to be wrong. */
  demandSound(after: Draft, argument: string): void {
    refuse(newFaults(this.#contents, after, this.#problems), argument)
  }
}

/** What was given, read as if it stood in a file. Faults are added to the problems. @throws RecordError where nothing can be read. */
export function readGiven<S extends Shape>(
  shape: S,
  value: unknown,
  pathOf: (keys: readonly string[]) => string,
  { places }: Pick<Draft, 'places'>,
  problems: Problems,
): ValueOf<S> {
  const read = new ShapeReader(problems, places).readFile(valueFile(value, pathOf), shape)
  if (read !== undefined) return read
  refuse(problems.sorted(), pathOf([]))
  throw new RecordError(pathOf([]), 'This cannot be read.')
}

/** A list in which an item takes the place of the one with its key, or stands at the end. */
export function replacing<T>(
  list: readonly T[] | null,
  item: T,
  keyOf: (item: T) => string | null | undefined,
): readonly T[] {
  const key = keyOf(item)
  const others = list ?? []
  const at = others.findIndex((each) => keyOf(each) === key)
  return at < 0 ? [...others, item] : others.with(at, item)
}
