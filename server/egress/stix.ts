import { parseDay, type Day } from '../domain/days.ts'
import type { Format, Outgoing } from './outgoing.ts'
import {
  AUTHOR,
  EXTENSION,
  idOf,
  identity,
  moments,
  opinionsOn,
  relationshipOfAffiliation,
  relationshipOfEvent,
  SPEC,
  type StixObject,
} from './stix-objects.ts'
import { describe } from './told.ts'

const LOSES =
  'STIX has no word for political acts and none for doubtful dates: acts are relationships of types of our own, and what has no ' +
  'property stands in an extension. The way of a report from source to source, status with its days, and what ends what are not in it.'

/** When the extension was defined. */
const DEFINED = parseDay('2026-11-24') as Day

/**
 * A bundle of STIX 2.1 (OASIS Standard, 10 June 2021): actors are identities, acts and affiliations relationships, sources external
 * references, denials opinions. Ids are the same each time.
 */
export const stix: Format = {
  name: 'stix',
  title: 'STIX 2.1, for OpenCTI and MISP',
  extension: 'stix.json',
  mediaType: 'application/stix+json;version=2.1',
  loses: LOSES,
  async *write(outgoing: Outgoing) {
    const { knownOn, actors, affiliations } = outgoing
    const day = knownOn ?? DEFINED
    const sources = new Map(outgoing.sources.map((source) => [source.id, source]))
    yield `{"type":"bundle","id":"${idOf('bundle', describe(outgoing))}","objects":[\n`
    yield [author(), definition(), note(outgoing, day)].map((each) => JSON.stringify(each)).join(',\n')
    yield lines(actors.map((actor) => identity(actor, day)))
    yield lines(affiliations.map((each) => relationshipOfAffiliation(each, day)))
    for await (const events of outgoing.events())
      yield lines(events.flatMap((event) => [relationshipOfEvent(event, sources), ...opinionsOn(event, sources)]))
    yield '\n]}\n'
  },
}

function lines(objects: readonly StixObject[]): string {
  return objects.map((each) => `,\n${JSON.stringify(each)}`).join('')
}

function author(): StixObject {
  return { type: 'identity', ...SPEC, id: AUTHOR, ...moments(DEFINED), name: 'Entente', identity_class: 'system' }
}

function definition(): StixObject {
  return {
    type: 'extension-definition',
    ...SPEC,
    id: EXTENSION,
    created_by_ref: AUTHOR,
    ...moments(DEFINED),
    name: 'political act',
    description: 'What Entente knows of an actor, an act or an affiliation beyond STIX.',
    schema: 'docs/exports.md of Entente, section STIX',
    version: '1.0.0',
    extension_types: ['property-extension'],
  }
}

/** What was asked for, and what this file cannot say. */
function note(outgoing: Outgoing, day: Day): StixObject {
  const abstract = describe(outgoing)
  return {
    type: 'note',
    ...SPEC,
    id: idOf('note', abstract),
    created_by_ref: AUTHOR,
    ...moments(day),
    abstract,
    content: LOSES,
    object_refs: [EXTENSION],
  }
}
