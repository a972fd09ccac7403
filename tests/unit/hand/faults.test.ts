import { isDeepStrictEqual } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseDay } from '../../../server/domain/days.ts'
import type { EventDraft, EvidenceDraft, StatusDraft } from '../../../server/hand/recorder.ts'
import { FAULTS_OF_FORM } from '../ingest/faults-of-form.ts'
import { FAULTS_OF_MEANING } from '../ingest/faults-of-meaning.ts'
import { broken, SMALL_CASE, type Fault } from '../ingest/small-case.ts'
import { CONDEMNS, CROCIA, LETTER, openWorkshop, theDay, type Workshop } from './workshop.ts'

let shop: Workshop
let sound: number
const open = async () => {
  shop = await openWorkshop()
  await shop.load()
  sound = await shop.store.version()
}
beforeAll(open)
// What is refused leaves nothing behind, so most tests share one store.
afterEach(async () => {
  if ((await shop.store.version()) === sound) return
  await shop.close()
  await open()
})
afterAll(() => shop.close())

/** Faults that no argument can have, each with the reason. */
const NOT_BY_HAND: Readonly<Record<string, readonly string[]>> = {
  'YAML itself': [
    'broken YAML',
    'a tab',
    'text with a colon',
    'several documents',
    'a tag',
    'an alias',
    'a key twice',
    'a misspelt key',
    'an unknown key',
  ],
  'types of GraphQL': [
    'fields in place of text',
    'a record in place of a list',
    'text in place of a record',
    'neither true nor false',
    'half a strength',
    'a bad day of a source',
  ],
  'the case and its positions, which no mutation writes': [
    'an id that is too long',
    'an unknown actor with a place',
    'a question of an unknown actor',
    'an unknown headline',
    'a place out of range',
    'half a place',
    'places as a list',
    'a question without what it needs',
    'a question without days',
  ],
  'the same id again writes the record anew': ['the same id twice', 'the same affiliation twice'],
}

const FAULTS: readonly Fault[] = [...FAULTS_OF_FORM, ...FAULTS_OF_MEANING].filter(
  ([name]) => !Object.values(NOT_BY_HAND).flat().includes(name),
)

type Given = Readonly<Record<string, unknown>>

/** Records of a file that are not so in the sound case. */
function changedIn(file: string, texts: ReadonlyMap<string, string>): readonly Given[] {
  const sound = parse(SMALL_CASE[file] ?? '') as readonly Given[]
  const given = parse(texts.get(file) ?? '', { schema: 'failsafe' }) as readonly Given[]
  const soundAsTexts = parse(SMALL_CASE[file] ?? '', { schema: 'failsafe' }) as readonly Given[]
  expect(sound).toHaveLength(soundAsTexts.length)
  return given.filter((each) => !soundAsTexts.some((other) => isDeepStrictEqual(each, other)))
}

/** Sends what a file says as the arguments that say the same. */
async function send(file: string, given: Given): Promise<unknown> {
  const collection = 'small'
  const seen = await shop.store.version()
  const { hand } = shop
  switch (file) {
    case 'actors.yaml':
      return hand.saveActor({ ...CROCIA, name: '', ...given, collection }, null)
    case 'affiliations.yaml':
      return hand.saveAffiliation({ type: 'PART_OF', actor: '', to: '', ...given, collection }, null)
    case 'sources.yaml':
      return hand.saveSource({ ...LETTER, ...given, published: dayOf(given['published']), collection }, null)
    case 'events.yaml': {
      const event = toEventDraft(given)
      const isThere = (await shop.held()).events.some(({ id }) => id === `small/${event.id ?? ''}`)
      return hand.recordEvent(event, isThere ? seen : null)
    }
    default:
      throw new RangeError(`Nothing writes ${file}.`)
  }
}

function toEventDraft(given: Given): EventDraft {
  const { strength, history } = given
  const evidence = given['evidence'] as readonly EvidenceDraft[]
  return {
    ...CONDEMNS,
    ...given,
    ...(typeof strength === 'string' ? { strength: Number(strength) } : {}),
    history: ((history ?? []) as readonly { status: StatusDraft['status']; on: string }[]).map((step) => ({
      ...step,
      on: theDay(step.on),
    })),
    evidence: evidence.map((piece) => ({ ...piece, source: piece.source ?? '' })),
  }
}

const dayOf = (text: unknown) => (typeof text === 'string' ? parseDay(text) : null)

describe('each fault that the loader tells', () => {
  it('is known here by its name', () => {
    const names = [...FAULTS_OF_FORM, ...FAULTS_OF_MEANING].map(([name]) => name)
    for (const name of Object.values(NOT_BY_HAND).flat()) expect(names).toContain(name)
    expect(FAULTS.length).toBeGreaterThan(35)
  })

  it.each(FAULTS)('is refused when written by hand: %s', async (_, file, from, to) => {
    const texts = broken(file, from, to)
    const changed = changedIn(file, texts)
    expect(changed).not.toEqual([])
    const refused = await Promise.all(
      changed.map((given) =>
        send(file, given).then(
          () => null,
          (error: unknown) => error,
        ),
      ),
    )
    const told = refused.filter((each) => each !== null)
    expect(told).not.toEqual([])
    for (const error of told) {
      expect(error).toMatchObject({
        name: 'RecordError',
        argument: expect.stringMatching(/^(actor|affiliation|source|event)(\.\w+)*$/),
        says: expect.not.stringMatching(/\.yaml|in line|in the file/),
      })
    }
    expect((await shop.store.version()) - sound).toBe(refused.length - told.length)
  })
})

describe('a refusal', () => {
  it('names the argument inside, and all of several', async () => {
    const draft = {
      ...CONDEMNS,
      occurred: 'then',
      evidence: [{ source: 'paper' }, { source: 'papre', relayedFrom: 'other/wire' }],
    }
    await expect(shop.hand.recordEvent(draft, null)).rejects.toMatchObject({
      argument: 'event.evidence.1.relayedFrom',
      says: expect.stringMatching(
        new RegExp(
          [
            '^event.evidence.1.relayedFrom: No source has the id "other/wire". Write the id of one of this case, or save it in this case first .saveSource.\\.',
            'event.evidence.1.source: No source has the id "papre". Did you mean paper. If not, save it in this case first .saveSource.\\.',
            'event.occurred: "then" is not a date in EDTF. .*$',
          ].join('\n'),
        ),
      ),
    })
  })

  it('of an actor that this case does not name says what to do', async () => {
    await shop.load(broken('case.yaml', 'id: small', 'id: other'), 'other')
    await shop.hand.saveActor({ ...CROCIA, id: 'crocia', collection: 'other' }, null)
    await expect(shop.hand.recordEvent({ ...CONDEMNS, actor: 'crocia' }, null)).rejects.toMatchObject({
      argument: 'event.actor',
      says: 'No actor has the id "crocia". Write the id of one of this case, or save it in this case first (saveActor).',
    })
  })

  it('of an id of another collection says so', async () => {
    await expect(shop.hand.saveSource({ ...LETTER, id: 'other/letter' }, null)).rejects.toMatchObject({
      argument: 'source.id',
      says: expect.stringContaining('small/…'),
    })
  })

  it('keeps others right: a source that is the only one with a day keeps it', async () => {
    await expect(shop.hand.saveSource({ ...LETTER, id: 'paper', published: null }, null)).rejects.toMatchObject({
      argument: 'source',
      says: expect.stringMatching(/The event a-shares would not be right any more: .* never become known/),
    })
  })

  it('keeps others right: an affiliation by which a link holds stays', async () => {
    await expect(shop.hand.removeAffiliation('small/b-navy-part-of-b', null, null)).rejects.toMatchObject({
      argument: 'id',
      says: expect.stringMatching(
        /^The event a-suspends would not be right any more: "a-shares" cannot stand in breaks/,
      ),
    })
    await shop.hand.removeAffiliation('small/b-member-of-club', null, null)
    expect((await shop.held()).affiliations).toHaveLength(1)
    await expect(shop.hand.removeAffiliation('small/b-member-of-club', null, null)).rejects.toMatchObject({
      argument: 'id',
    })
  })

  it('keeps others right: an event whose kind others name stays of that kind', async () => {
    const draft = { ...CONDEMNS, id: 'a-shares', target: 'b-navy' }
    await expect(shop.hand.recordEvent(draft, await shop.store.version())).rejects.toMatchObject({
      argument: 'event',
      says: expect.stringMatching(/^The event a-suspends would not be right any more/),
    })
  })

  it('is not of what was wrong before', async () => {
    const { affiliations } = await shop.held()
    const [navy] = affiliations
    if (!navy) throw new RangeError('No affiliation.')
    const writer = { by: 'LOAD', name: 'small' } as const
    await shop.store.apply({ writer, affiliations: [{ ...navy, id: 'small/circle', actor: 'b', to: 'b-navy' }] })
    await shop.hand.recordEvent({ ...CONDEMNS, id: 'fine' }, null)
    await expect(
      shop.hand.saveAffiliation({ collection: 'small', type: 'LEADS', actor: 'a', to: 'a' }, null),
    ).rejects.toMatchObject({ argument: 'affiliation.to', says: expect.stringMatching(/itself/) })
  })

  it('of a text that no store keeps names the reason too', async () => {
    await expect(shop.hand.retractEvent('small/a-shares', '\ud800', null)).rejects.toMatchObject({ argument: 'reason' })
  })
})
