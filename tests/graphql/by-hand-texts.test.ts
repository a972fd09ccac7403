import { afterAll, beforeAll, expect, test } from 'vitest'
import { CASE, serving, WORD, type Serving } from './serving.ts'

/** Whatever a text is made of, it comes back as it was written: from the record, from the log, and from the search. */
let served: Serving
beforeAll(async () => {
  served = await serving()
})
afterAll(() => served.close())

const TEXTS: Readonly<Record<string, string>> = {
  Latin: 'Åse Žižek-Łoś, naïve',
  Greek: 'Αθήνα και Σπάρτη',
  Cyrillic: 'Приостановка обмена',
  Arabic: 'تعليق تبادل المعلومات',
  Hebrew: 'השעיית שיתוף המידע',
  Han: '暂停情报共享',
  Japanese: '情報共有を停止する',
  Hangul: '정보 공유 중단',
  Devanagari: 'सूचना साझा करना बंद',
  Thai: 'ระงับการแบ่งปันข่าวกรอง',
  Ethiopic: 'መረጃ መጋራት ማቆም',
  'beyond the first plane': '𝒟𝓎𝒶𝒹 𐍈 𠜎',
  emoji: '🇬🇧 ✋🏽 👩‍👩‍👧',
  'combining marks': 'e\u0301 o\u0308 q\u0323',
  quotes: `"double" 'single' \`back\` «guillemets» „low“`,
  'backslashes and signs': String.raw`\n \u0041 \\ % _ $ { } <b> & ; -- /* */`,
  injection: `'); DROP TABLE event; -- }) MATCH (n) DETACH DELETE n //`,
  'lines and tabs': 'one\ntwo\r\nthree\tfour',
  'eight kilobytes': 'Ünïcødé 🛰 '.repeat(512).slice(0, 8192).trim(),
}

test.each(Object.entries(TEXTS))('%s', async (name, text) => {
  const id = `text-${Object.keys(TEXTS).indexOf(name)}`
  const evidence = { ...WORD, quote: text, paraphrase: text, speaker: text, locator: text }
  const event = {
    id,
    collection: CASE,
    actor: 'canada',
    target: 'us',
    kind: 'PRESSURE',
    subtype: 'rhetoric',
    scope: text,
    summary: text,
    occurred: '2025-11-10',
    evidence: [evidence],
    history: [{ status: 'CONFIRMED', on: '2025-11-11', note: text }],
  }
  await served.ask('mutation ($event: EventInput!) { recordEvent(event: $event) { id } }', { event })
  const { source: _, ...words } = evidence
  expect(
    await served.ask(
      'query ($id: ID!) { event(id: $id) { scope summary history { note } evidence { quote paraphrase speaker locator } } }',
      { id: `${CASE}/${id}` },
    ),
  ).toEqual({ event: { scope: text, summary: text, history: [{ note: text }], evidence: [words] } })

  const { retractEvent } = await served.ask<{ retractEvent: { change: string } }>(
    'mutation ($id: ID!, $text: String!) { retractEvent(event: $id, reason: $text) { change } }',
    { id: `${CASE}/${id}`, text },
  )
  expect(await served.ask('{ auditLog(first: 1) { nodes { change reason before } } }')).toMatchObject({
    auditLog: { nodes: [{ ...retractEvent, reason: text, before: { scope: text, evidence: [{ quote: text }] } }] },
  })
})

test('names are found as they were written', async () => {
  const aliases = [TEXTS['Han'], TEXTS['Arabic'], TEXTS['quotes']]
  const actor = { id: 'named', collection: CASE, kind: 'GROUP', name: TEXTS['Cyrillic'], aliases }
  expect(
    await served.ask('mutation ($actor: ActorInput!) { saveActor(actor: $actor) { entry { name aliases } } }', {
      actor,
    }),
  ).toEqual({ saveActor: { entry: { name: actor.name, aliases } } })
  for (const text of [actor.name, ...aliases]) {
    expect(await served.ask('query ($text: String!) { search(text: $text, first: 1) { matched } }', { text })).toEqual({
      search: [{ matched: text }],
    })
  }
})
