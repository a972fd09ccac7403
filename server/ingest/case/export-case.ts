import { Document, Scalar, visit } from 'yaml'
import { formatDay } from '../../domain/days.ts'
import type {
  ActorEntry,
  AffiliationRecord,
  CollectionContents,
  CollectionRecord,
  EventRecord,
  EvidenceRecord,
  SourceRecord,
} from '../../domain/records.ts'
import { defaultStrength, subtypeDefaults } from '../../domain/subtypes.ts'
import { derivedAffiliationId, toFileId } from './ids.ts'
import { schemaFileOf } from './json-schema.ts'
import { FILES } from './layout.ts'

/** What was asked for cannot be written as the files of a case. */
export class ExportRefusedError extends Error {
  override readonly name = 'ExportRefusedError'
  readonly collection: string
  readonly says: string
  constructor(collection: string, says: string) {
    super(says)
    this.collection = collection
    this.says = says
  }
}

/**
 * A case as the texts of its files, by file name; what `checkCase` reads from them is the same contents. Records stand in the order
 * of the contents; what is the default is left out.
 * @throws ExportRefusedError for a data set.
 */
export function exportCase(contents: CollectionContents): ReadonlyMap<string, string> {
  const { collection } = contents
  if (collection.kind !== 'CASE') {
    throw new ExportRefusedError(
      collection.id,
      `${collection.id} is a data set, and only a case has files of this form. Keep the file that it was imported from.`,
    )
  }
  const positions = new Map(collection.positions.map(({ actor, x, y }) => [actor, [x, y]]))
  const file = (name: string, value: unknown): [string, string] => [name, toText(name, value)]
  return new Map([
    file(FILES.case, fromCollection(collection)),
    file(FILES.actors, contents.actors.map(fromActor)),
    file(FILES.affiliations, contents.affiliations.map(fromAffiliation)),
    file(FILES.sources, contents.sources.map(fromSource)),
    file(FILES.events, contents.events.map(fromEvent)),
    file(FILES.positions, positions),
  ])
}

function fromCollection(collection: CollectionRecord): object {
  const local = (id: string) => toFileId(collection.id, id)
  return filled({
    id: collection.id,
    title: collection.title,
    description: collection.description,
    headline: collection.headline === null ? null : local(collection.headline),
    questions: collection.questions.map((question) =>
      filled({ ...question, id: local(question.id), dates: question.dates.map(formatDay) }),
    ),
  })
}

function fromActor({ actor, kind, name, article, aliases, description, unspecified }: ActorEntry): object {
  return filled({
    id: actor,
    kind,
    name,
    article: article || null,
    aliases,
    description,
    unspecified: unspecified || null,
  })
}

function fromAffiliation(affiliation: AffiliationRecord): object {
  const { collection, type, actor, to, role, since, until } = affiliation
  const id = toFileId(collection, affiliation.id)
  const evidence = affiliation.evidence.map((piece, index) => fromEvidence(collection, piece, index))
  return filled({
    id: id === derivedAffiliationId(actor, type, to) ? null : id,
    type,
    actor,
    to,
    role,
    since,
    until,
    evidence,
  })
}

function fromSource({ collection, id, publisher, title, url, published, reliability }: SourceRecord): object {
  return filled({
    id: toFileId(collection, id),
    publisher,
    title,
    url,
    published: published === null ? null : formatDay(published),
    reliability,
  })
}

function fromEvent(event: EventRecord): object {
  const { collection, actor, target, kind, subtype, scope, stage, strength, mark, occurred, summary } = event
  const defaults = subtypeDefaults(kind, subtype)
  const local = (ids: readonly string[]) => ids.map((id) => toFileId(collection, id))
  return filled({
    id: toFileId(collection, event.id),
    actor,
    target,
    kind,
    subtype,
    scope,
    stage: stage === 'ACTUAL' ? null : stage,
    strength: defaults && strength === defaultStrength(defaults.strength, stage) ? null : strength,
    mark: mark === defaults?.mark ? null : mark,
    occurred,
    summary,
    history: event.history.map(({ status, on, note }) => filled({ status, on: formatDay(on), note })),
    breaks: local(event.breaks),
    restores: local(event.restores),
    evidence: event.evidence.map((piece, index) => fromEvidence(collection, piece, index)),
  })
}

function fromEvidence(collection: string, evidence: EvidenceRecord, index: number): object {
  const { id, source, relayedFrom, stance, about } = evidence
  return filled({
    id: id === String(index + 1) ? null : id,
    source: toFileId(collection, source),
    relayedFrom: relayedFrom === null ? null : toFileId(collection, relayedFrom),
    speaker: evidence.speaker,
    quote: evidence.quote,
    paraphrase: evidence.paraphrase,
    locator: evidence.locator,
    stance: stance === 'ASSERTS' ? null : stance,
    about: about === 'ACT' ? null : about,
  })
}

/** Without what is null or an empty list: both read back from a field that is left out. */
function filled(fields: Readonly<Record<string, unknown>>): object {
  const isSaid = (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0)
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isSaid(value)))
}

function toText(name: string, value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false })
  document.commentBefore = ` yaml-language-server: $schema=../${schemaFileOf(name)}`
  visit(document, {
    Scalar(_, scalar) {
      if (typeof scalar.value === 'string' && !isPlain(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE
    },
    Seq(_, list) {
      if (list.items.every((item) => item instanceof Scalar)) list.flow = true
    },
  })
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** Letters of any script, marks, digits, ordinary punctuation and single spaces: what reads back as it was written. */
function isPlain(text: string): boolean {
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S}]+( [\p{L}\p{M}\p{N}\p{P}\p{S}]+)*$/u.test(text)
}
