import { basename, resolve } from 'node:path'
import type { RecordKey } from '../domain/record-key.ts'
import type { CollectionContents } from '../domain/records.ts'
import type { GraphStore, Stored, Writer } from '../store/graph-store.ts'
import { atOneVersion } from './at-one-version.ts'
import { checkCase } from './case/check-case.ts'
import { differenceOf, type Difference } from './case/difference.ts'
import { fromContents } from './case/from-contents.ts'
import { newFaults } from './case/new-faults.ts'
import { formatProblem, type Problem } from './case/problem.ts'
import { recordWords } from './case/record-words.ts'
import { FILE_TERMS } from './case/terms.ts'
import { underHands, type Decisions } from './case/under-hands.ts'

export interface LoadReport {
  /** Of the store after the load. */
  readonly version: number
  /** Records that were new, differed, or went; 0: nothing was written. */
  readonly changed: number
  /** What hands have decided against the files, and what does not go together, as sentences. */
  readonly conflicts: readonly string[]
  /** Records in the files. */
  readonly counts: LoadCounts
}

export interface LoadCounts {
  readonly actors: number
  readonly affiliations: number
  readonly sources: number
  readonly events: number
}

/** The files of a case have problems; nothing was written. `says` is a sentence, then a line for each. */
export class CaseProblemsError extends Error {
  override readonly name = 'CaseProblemsError'
  readonly folder: string
  readonly problems: readonly Problem[]
  readonly says: string
  constructor(folder: string, problems: readonly Problem[]) {
    const says = `The case in ${folder} has problems; nothing was written.\n${problems.map(formatProblem).join('\n')}`
    super(says)
    this.says = says
    this.folder = folder
    this.problems = problems
  }
}

/** A data set has the id of the case; nothing was written. */
export class LoadRefusedError extends Error {
  override readonly name = 'LoadRefusedError'
  readonly collection: string
  readonly says: string
  constructor(collection: string) {
    const says = `The store holds a data set with the id ${collection}. Give the case another id in case.yaml.`
    super(says)
    this.collection = collection
    this.says = says
  }
}

/**
 * Brings the store to what the files say, in one batch: all of it or nothing. Loading twice changes nothing. Only records last
 * written by a load are changed or removed; those that a hand wrote last stay, what a hand took away stays out, actors that were
 * merged are one, and each is listed where the files say otherwise.
 * @param contents as `checkCase` gives them.
 * @param folderName the name of the case folder, under which the store notes who wrote.
 * @throws LoadRefusedError, StoreUnavailableError
 */
export async function loadCase(
  store: GraphStore,
  contents: CollectionContents,
  folderName: string,
): Promise<LoadReport> {
  const { id } = contents.collection
  const writer: Writer = { by: 'LOAD', name: folderName }
  return atOneVersion(store, async (version) => {
    const stored = await store.readCollection(id)
    if (stored && stored.contents.collection.kind !== 'CASE') throw new LoadRefusedError(id)
    const decisions = { merges: await store.merges(), removals: await store.removals() }
    const { difference, conflicts } = plan(contents, stored, decisions, writer)
    const { batch, size } = difference
    const applied =
      size > 0 ? await store.apply({ ...batch, action: 'load', onlyAt: version }) : { version, changed: 0 }
    return { ...applied, conflicts, counts: countsOf(contents) }
  })
}

function plan(
  files: CollectionContents,
  stored: Stored | null,
  decisions: Decisions,
  writer: Writer,
): { readonly difference: Difference; readonly conflicts: readonly string[] } {
  const wanted = underHands(files, stored, decisions)
  const difference = differenceOf(wanted, stored, writer)
  const conflicts = [...wanted.conflicts, ...difference.conflicts, ...faultsTogether(stored, difference.result)]
  return { difference, conflicts }
}

/** Files are sound, and so is what a hand writes; the two together need not be. What did not go together before is not told. */
function faultsTogether(stored: Stored | null, result: CollectionContents): readonly string[] {
  return newFaults(stored?.contents ?? null, fromContents(result, FILE_TERMS)).map(
    ({ file, says }) => `${recordWords(file as RecordKey)} does not go with the rest of the case any more: ${says}`,
  )
}

/**
 * Loads a case into a store that never held it; null where the store holds it or ever did. A folder that is named like its case is
 * not even read then, so that a slip in its files does not stop a server that no longer needs them.
 * @throws CaseProblemsError
 */
export async function seedIfNew(store: GraphStore, folder: string): Promise<LoadReport | null> {
  const name = basename(resolve(folder))
  if (await store.everHeld(name)) return null
  const { contents, problems } = await checkCase(folder)
  if (!contents) throw new CaseProblemsError(folder, problems)
  if (await store.everHeld(contents.collection.id)) return null
  return loadCase(store, contents, name)
}

function countsOf({ actors, affiliations, sources, events }: CollectionContents): LoadCounts {
  return {
    actors: actors.length,
    affiliations: affiliations.length,
    sources: sources.length,
    events: events.length,
  }
}
