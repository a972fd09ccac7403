import type { ActorKind } from '../../../domain/words.ts'
import { showActors } from '../queries/actors.ts'
import type { Transaction } from '../run.ts'
import { chunksOf } from './work.ts'

/** What actors are called in Cypher: `(:Actor:State)`. */
const LABELS: Readonly<Record<ActorKind, string>> = {
  STATE: 'State',
  GOVERNMENT_BODY: 'GovernmentBody',
  MILITARY_COMMAND: 'MilitaryCommand',
  PERSON: 'Person',
  INTERNATIONAL_ORGANISATION: 'InternationalOrganisation',
  ORGANISATION: 'Organisation',
  GROUP: 'Group',
  MEDIA: 'Media',
  OPERATION: 'Operation',
  REGION: 'Region',
}

/** Gives actors whose entries have changed the name and label that people see in the database. */
export async function showActorsOf(transaction: Transaction, ids: Iterable<string>): Promise<void> {
  for (const chunk of chunksOf([...new Set(ids)])) await transaction.run(showActors, { ids: chunk, labels: LABELS })
}
