import { columnKey } from './columns.ts'
import type { Field } from './mapping.ts'

/** What columns of each field are called, the surest first. */
const NAMES: readonly (readonly [field: Field, names: readonly string[]])[] = [
  ['id', ['event id', 'event id cnty', 'globaleventid', 'id', 'row id', 'uid', 'record id', 'key', 'edge id']],
  [
    'date',
    [
      'event date',
      'date',
      'sqldate',
      'day',
      'occurred',
      'occurred on',
      'start date',
      'date start',
      'since',
      'from date',
      'when',
      'timestamp',
      'time',
      'earliest',
      'year',
    ],
  ],
  ['until', ['until', 'end date', 'date end', 'to date', 'latest', 'end']],
  ['reported', ['reported', 'reported on', 'publication date', 'published', 'published on', 'date added', 'dateadded']],
  [
    'actor',
    [
      'actor',
      'actor name',
      'actor1',
      'actor 1',
      'actor1name',
      'actor 1 name',
      'source name',
      'source actor',
      'initiator',
      'sender',
      'side a',
      'country 1',
      'country1',
      'state a',
      'state 1',
      'who',
      'agent',
      'perpetrator',
      'subject',
      'head',
      'from',
      'source label',
      'source title',
      'source',
    ],
  ],
  [
    'target',
    [
      'target name',
      'target label',
      'target title',
      'target',
      'actor2',
      'actor 2',
      'actor2name',
      'actor 2 name',
      'recipient',
      'recipient name',
      'target actor',
      'receiver',
      'side b',
      'country 2',
      'country2',
      'state b',
      'state 2',
      'toward',
      'toward whom',
      'to whom',
      'whom',
      'victim',
      'object',
      'tail',
      'to',
    ],
  ],
  ['code', ['cameo code', 'cameo', 'event code', 'eventcode', 'code']],
  [
    'act',
    [
      'event type',
      'event text',
      'act',
      'action',
      'event',
      'type',
      'relation',
      'relation type',
      'category',
      'verb',
      'label',
      'interaction type',
      'what',
      'what happened',
    ],
  ],
  ['mode', ['event mode', 'mode', 'sub event type', 'event subtype']],
  ['kind', ['kind', 'event kind']],
  ['subtype', ['subtype', 'sub type']],
  ['stage', ['stage']],
  ['strength', ['strength']],
  ['mark', ['mark', 'distancing']],
  ['scope', ['scope']],
  ['goldstein', ['goldstein', 'goldsteinscale', 'goldstein scale', 'goldstein value']],
  ['publisher', ['publisher', 'news source', 'newspaper', 'outlet', 'media', 'source']],
  ['locator', ['url', 'source url', 'sourceurl', 'link', 'locator', 'address', 'story id', 'reference', 'page']],
  ['summary', ['summary', 'notes', 'note', 'description', 'headline', 'sentence', 'text', 'comment']],
  ['actorCountry', ['actor country', 'source country', 'actor1 country', 'actor 1 country']],
  ['targetCountry', ['target country', 'recipient country', 'actor2 country', 'actor 2 country']],
  ['actorSectors', ['actor sectors', 'source sectors', 'actor sector', 'source sector']],
  ['targetSectors', ['target sectors', 'recipient sectors', 'target sector', 'recipient sector']],
]

/** A source is who acts where somebody is its target, and a publisher elsewhere. */
const AMBIGUOUS = 'source'
const TARGETS = ['target', 'target name', 'target label']

/** Which column is what, by their names alone. A column is one thing. */
export function fieldsByName(names: readonly string[]): Partial<Record<Field, number>> {
  const keys = names.map(columnKey)
  const isActor = keys.some((key) => TARGETS.includes(key))
  const taken = new Set<number>()
  const found: Partial<Record<Field, number>> = {}
  for (const [field, words] of NAMES) {
    const word = words.find((each) => {
      if (each === AMBIGUOUS && (field === 'actor') !== isActor) return false
      return keys.includes(each) && !taken.has(keys.indexOf(each))
    })
    if (word === undefined) continue
    found[field] = keys.indexOf(word)
    taken.add(keys.indexOf(word))
  }
  return found
}
