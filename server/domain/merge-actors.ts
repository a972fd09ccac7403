import type {
  ActorEntry,
  AffiliationRecord,
  CollectionContents,
  CollectionRecord,
  EventRecord,
  PositionRecord,
  QuestionRecord,
} from './records.ts'

/** The actor `from` is the actor `into`. */
export interface OneActor {
  readonly from: string
  readonly into: string
}

/** The event under the merge; the same object where it names neither. It may act toward itself then: see `isSelfAct`. */
export function mergeEvent(event: EventRecord, { from, into }: OneActor): EventRecord {
  if (event.actor !== from && event.target !== from) return event
  return {
    ...event,
    actor: event.actor === from ? into : event.actor,
    target: event.target === from ? into : event.target,
  }
}

export function isSelfAct({ actor, target }: Pick<EventRecord, 'actor' | 'target'>): boolean {
  return actor === target
}

/** The affiliation under the merge; null where it would tie the actor to itself. Its id stays. */
export function mergeAffiliation(affiliation: AffiliationRecord, { from, into }: OneActor): AffiliationRecord | null {
  if (affiliation.actor !== from && affiliation.to !== from) return affiliation
  const actor = affiliation.actor === from ? into : affiliation.actor
  const to = affiliation.to === from ? into : affiliation.to
  return actor === to ? null : { ...affiliation, actor, to }
}

/**
 * What one collection says of the two as one: the entry of `into` with the names of `from` as further aliases; where it says nothing
 * of `into`, what it says of `from`. Null where it names neither.
 */
export function mergeEntries(
  entryOfFrom: ActorEntry | null,
  entryOfInto: ActorEntry | null,
  { into }: OneActor,
): ActorEntry | null {
  if (!entryOfFrom) return entryOfInto
  if (!entryOfInto) return { ...entryOfFrom, actor: into }
  const names = new Set([...entryOfInto.aliases, entryOfFrom.name, ...entryOfFrom.aliases])
  if (!entryOfInto.aliases.includes(entryOfInto.name)) names.delete(entryOfInto.name)
  return {
    ...entryOfInto,
    aliases: [...names],
    description: entryOfInto.description ?? entryOfFrom.description,
  }
}

/** Positions and questions under the merge: of two positions that of `into` stays. The same object where it names neither. */
export function mergeCollection(collection: CollectionRecord, merge: OneActor): CollectionRecord {
  const positions = mergePositions(collection.positions, merge)
  const questions = collection.questions.map((each) => mergeQuestion(each, merge))
  const isSame =
    positions === collection.positions && questions.every((each, index) => each === collection.questions[index])
  return isSame ? collection : { ...collection, positions, questions }
}

function mergePositions(positions: readonly PositionRecord[], { from, into }: OneActor): readonly PositionRecord[] {
  if (!positions.some(({ actor }) => actor === from)) return positions
  if (positions.some(({ actor }) => actor === into)) return positions.filter(({ actor }) => actor !== from)
  return positions.map((each) => (each.actor === from ? { ...each, actor: into } : each))
}

function mergeQuestion(question: QuestionRecord, { from, into }: OneActor): QuestionRecord {
  if (question.toward !== from && question.by !== from) return question
  return {
    ...question,
    toward: question.toward === from ? into : question.toward,
    by: question.by === from ? into : question.by,
  }
}

/**
 * A whole collection under merges, each applied to what the one before left.
 * @returns the contents, sorted by id as a store gives them, without affiliations that would tie an actor to itself; and the events
 * that would act toward themselves, as they were given, which are left out too.
 */
export function mergeContents(
  contents: CollectionContents,
  merges: readonly OneActor[],
): { readonly contents: CollectionContents; readonly selfActs: readonly EventRecord[] } {
  const merged = merges.reduce(mergeOnce, contents)
  const selfActs = new Set(merged.events.flatMap((event) => (isSelfAct(event) ? [event.id] : [])))
  if (selfActs.size === 0) return { contents: merged, selfActs: [] }
  return {
    contents: { ...merged, events: merged.events.filter(({ id }) => !selfActs.has(id)) },
    selfActs: contents.events.filter(({ id }) => selfActs.has(id)),
  }
}

function mergeOnce(contents: CollectionContents, merge: OneActor): CollectionContents {
  const entryOf = (id: string) => contents.actors.find(({ actor }) => actor === id) ?? null
  const [from, into] = [entryOf(merge.from), entryOf(merge.into)]
  const one = from && mergeEntries(from, into, merge)
  const others = contents.actors.filter((each) => each !== from && each !== into)
  return {
    ...contents,
    collection: mergeCollection(contents.collection, merge),
    actors: one ? [...others, one].sort((a, b) => (a.actor < b.actor ? -1 : 1)) : contents.actors,
    affiliations: contents.affiliations.flatMap((each) => mergeAffiliation(each, merge) ?? []),
    events: contents.events.map((each) => mergeEvent(each, merge)),
  }
}
