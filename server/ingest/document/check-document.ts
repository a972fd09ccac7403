import type { CollectionContents, EvidenceRecord } from '../../domain/records.ts'
import { defaultStrength, subtypeDefaults } from '../../domain/subtypes.ts'
import type { RecordKey } from '../../domain/record-key.ts'
import { newFaults } from '../case/new-faults.ts'
import { fromContents } from '../case/from-contents.ts'
import { recordWords } from '../case/record-words.ts'
import { FILE_TERMS } from '../case/terms.ts'
import { DocumentError, type EntenteDocument } from './document.ts'

const MOST_SHOWN = 20

/**
 * Whether the records of a document go together: those of a case by the rules of case files, those of a data set by what they name.
 * @param file what the document is called
 * @throws DocumentError
 */
export function checkDocument(file: string, document: EntenteDocument, contents: readonly CollectionContents[]): void {
  const faults = [...homeless(document), ...contents.flatMap(contentsFaults)]
  if (faults.length === 0) return
  const more = faults.length > MOST_SHOWN ? [`and ${faults.length - MOST_SHOWN} more`] : []
  throw new DocumentError(
    [`${file} cannot be taken; nothing was written.`, ...faults.slice(0, MOST_SHOWN), ...more].join('\n'),
  )
}

/** Records of a collection that the document does not have; collections that it has twice. */
function homeless({ collections, sources, actors, affiliations, events }: EntenteDocument): readonly string[] {
  const ids = new Set(collections.map(({ id }) => id))
  const lost = new Set([...sources, ...actors, ...affiliations, ...events].map(({ collection }) => collection))
  const twice = ids.size < collections.length ? ['A collection stands in it twice.'] : []
  const none = collections.length === 0 ? ['It holds no collection.'] : []
  return [
    ...none,
    ...twice,
    ...[...lost]
      .filter((id) => !ids.has(id))
      .map((id) => `Records of the collection ${id} stand in it, and not the collection.`),
  ]
}

function contentsFaults(contents: CollectionContents): readonly string[] {
  if (contents.collection.kind === 'CASE') return caseFaults(contents)
  return dataSetFaults(contents)
}

function caseFaults(contents: CollectionContents): readonly string[] {
  const coded = contents.events.filter(({ coded: row }) => row !== null)
  return [
    ...coded.map(({ id }) => `The event ${id} is a row of a data set, and its collection is a case.`),
    ...newFaults(null, fromContents(contents, FILE_TERMS)).map(
      ({ file, says }) => `${recordWords(file as RecordKey)}: ${says}`,
    ),
  ]
}

function dataSetFaults({ actors, affiliations, sources, events }: CollectionContents): readonly string[] {
  const [who, where, what] = [new Set(actors.map(({ actor }) => actor)), idsOf(sources), idsOf(events)]
  const faults: string[] = []
  for (const [word, records, ids] of [
    ['actor', actors, who],
    ['source', sources, where],
    ['event', events, what],
  ] as const)
    if (ids.size < records.length) faults.push(`An id of ${word === 'source' ? 'a' : 'an'} ${word} stands in it twice.`)
  const named = (of: string, ids: readonly string[], known: ReadonlySet<string>): void => {
    const missing = ids.find((id) => !known.has(id))
    if (missing !== undefined) faults.push(`${of} names ${missing}, which is not in the document.`)
  }
  for (const { id, actor, to, evidence } of affiliations) {
    named(`The affiliation ${id}`, [actor, to], who)
    named(`The affiliation ${id}`, evidence.flatMap(sourcesOf), where)
  }
  for (const { id, actor, target, evidence, breaks, restores, kind, subtype, stage, strength } of events) {
    const of = `The event ${id}`
    named(of, [actor, target], who)
    named(of, evidence.flatMap(sourcesOf), where)
    named(of, [...breaks, ...restores], what)
    if (actor === target) faults.push(`${of} is an act of ${actor} toward itself.`)
    if (!subtypeDefaults(kind, subtype)) faults.push(`${of}: "${subtype}" is no subtype of ${kind}.`)
    if (strength > defaultStrength(3, stage)) faults.push(`${of}: what is not ACTUAL has a strength of at most 1.`)
  }
  return faults
}

function sourcesOf({ source, relayedFrom }: EvidenceRecord): readonly string[] {
  return relayedFrom === null ? [source] : [source, relayedFrom]
}

function idsOf(records: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(records.map(({ id }) => id))
}
