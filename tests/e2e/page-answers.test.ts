import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { askByKey, drawnScene, litEvents } from '../support/browser.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

const tests = pageTests()
const open = async (...how: Parameters<typeof tests.open>) => (await tests.open(...how)).page

/** What stands in the first column of the table, a row each. */
const whoDid = (page: Page) => page.locator('table[data-answer="rows"] tbody tr:first-child th').allInnerTexts()
const details = (page: Page) => page.getByRole('complementary', { name: 'Details' })
const row = (page: Page, name: RegExp) => page.getByRole('row', { name })

describe('the first screen', () => {
  test('draws the case, every actor and a line for each kind of each ordered pair, below a sentence and counts', async () => {
    const page = await open()
    const { actors, lines } = await drawnScene(page)
    expect(await page.locator('#picture').getAttribute('data-actors')).toBe(String(actors.length))
    expect(actors).toHaveLength(26)
    const boxes = actors.filter(({ box }) => box).map(({ name }) => name)
    expect(boxes.sort()).toEqual(['Colombia', 'United Kingdom', 'United Nations', 'United States', 'Venezuela'])
    expect(lines).toHaveLength(17)
    expect(lines.flatMap(({ events }) => events)).toHaveLength(17)
    const us = actors.find(({ name }) => name === 'United States')?.rect
    const inside = actors
      .filter(({ rect }) => us && Math.abs(rect.x - us.x) < us.w / 2 && Math.abs(rect.y - us.y) < us.h / 2)
      .map(({ name }) => name)
    expect(inside.sort()).toEqual([
      'Alvin Holsey',
      'Department of Defense',
      'JIATF-South',
      'Marco Rubio',
      'Military lawyers',
      'Pentagon leadership',
      'SOUTHCOM',
      'US campaign',
      'United States',
    ])

    // Its sentence opens the evidence, and its counts open what they count.
    const strip = page.getByRole('region', { name: 'Answer' })
    expect(await strip.innerText()).toContain('every claim rests on one origin')
    await strip.getByRole('button', { name: /^The United Kingdom is reported to have suspended/ }).click()
    await details(page).getByText('ASSERTS').first().waitFor()
    await page.keyboard.press('Escape')
    await strip.getByRole('button', { name: '18 actors' }).click()
    await eventually(() => new URL(page.url()).searchParams.get('show')).toBe('actors')
    await page.keyboard.press('5')
    await strip.getByText('All 17 claims rest on a single origin').waitFor()
  })
})

describe('who distanced themselves from the United States', () => {
  test('one click: a sentence, the United Kingdom then Canada, and their ties highlighted with what continues', async () => {
    const page = await open()
    await page.getByRole('button', { name: /Who distanced themselves/ }).click()
    await page.locator('#table').waitFor()
    expect(await whoDid(page)).toEqual(['United Kingdom', 'Canada'])
    expect(await page.locator('h1').innerText()).toBe(
      'Two did, each in one scope. The United Kingdom is reported to have suspended maritime intelligence on suspected ' +
        'drug-smuggling boats; Canada to have restricted use of Canadian intelligence in lethal missions.',
    )
    const lit = await litEvents(page)
    expect(lit).toEqual(['canada-operation-caribbean', 'canada-restricts-intelligence', 'uk-suspends-intelligence'])
    const table = await page.locator('#table').innerText()
    for (const words of ['Sep to 11 Oct 2025', 'Sep to 11 Nov 2025', 'Still cooperates', 'before: with JIATF-South']) {
      expect(table).toContain(words)
    }
    expect(table).toContain(
      'Left out by the strict rule: 3 actors Legal experts, UK officials and Volker Türk condemned',
    )
    // A row reads as a whole to whoever does not look.
    await row(
      page,
      /^United Kingdom, suspended, intelligence, maritime intelligence on suspected drug-smuggling boats, /,
    ).waitFor()
    await row(
      page,
      /between September and 11 October 2025, known 11 November 2025, .* 1 origin, CNN, .* nothing recorded since/,
    ).waitFor()

    // As known on the day before the report none is recorded, and nothing is drawn between actors.
    await page.goto(`${page.url()}&known=2025-11-10`)
    await page.getByText('None is recorded as known on 10 Nov 2025.').first().waitFor()
    const { actors, lines } = await drawnScene(page)
    expect(lines).toEqual([])
    expect(actors).toHaveLength(26)
    await page.locator('#answer').getByRole('button', { name: 'as known on 11 Nov 2025' }).click()
    await eventually(() => whoDid(page)).toEqual(['United Kingdom', 'Canada'])
  })

  test('a row opens its tie, its origin the evidence: speaker, origin and who carries it', async () => {
    const page = await open()
    await askByKey(page, '1')
    await row(page, /^Canada/).click()
    await eventually(() => new URL(page.url()).searchParams.get('open')).toBe('tie:canada>us')
    await page.getByRole('button', { name: 'Back to the answer' }).click()
    await row(page, /^United Kingdom/)
      .getByRole('button', { name: '1 · CNN' })
      .click()
    await details(page).getByText('ASSERTS').first().waitFor()
    const text = await details(page).innerText()
    for (const words of ['Unnamed sources', 'paraphrase', 'CNN', 'carried by', 'Realist English']) {
      expect(text).toContain(words)
    }
    expect(text).toContain('Nothing outside this scope is claimed to have stopped.')
    // Beside the details the table makes room, and comes on demand.
    expect(await page.locator('#table').count()).toBe(0)
    await page.getByRole('button', { name: 'Table', exact: true }).click()
    expect(await whoDid(page)).toEqual(['United Kingdom', 'Canada'])
  })

  test('a switch adds exactly the rows and acts that it says; at the top level acts inside the United States are no rows', async () => {
    const page = await open()
    await askByKey(page, '1')
    const lines = () => page.locator('table[data-answer="rows"] tbody tr').count()
    const condemnations = page.locator('[data-switch="CONDEMNATION"]')
    for (const level of ['Actors', 'Top level']) {
      await page.getByRole('button', { name: level, exact: true }).click()
      await page.locator('#answer[aria-busy="false"]').waitFor()
      const before = { rows: (await whoDid(page)).length, acts: await lines() }
      const name = await condemnations.innerText()
      const [, rows, acts] = /would add (\d+) rows?, (\d+) acts?/.exec(name) ?? []
      expect([level, Number(rows), Number(acts)]).toEqual([level, level === 'Actors' ? 3 : 2, 3])
      if (level === 'Top level') await page.getByText('inside the United States: 3 (Alvin Holsey').waitFor()
      await page.getByRole('button', { name: 'Show as rows' }).click()
      await eventually(async () => (await whoDid(page)).length).toBe(before.rows + Number(rows))
      expect(await lines()).toBe(before.acts + Number(acts))
      if (level === 'Actors') await condemnations.click()
    }
    await page.locator('[data-switch="THREATENED"]').click()
    await page.getByText('Inside the United States, no rows: 3').waitFor()
    expect(await whoDid(page)).toEqual(['United Kingdom', 'Canada', 'Legal experts', 'United Nations'])
    // The same page opens from its address.
    const seen = async (of: Page) => ({
      rows: await whoDid(of),
      lit: await litEvents(of),
      sentence: await of.locator('h1').innerText(),
      boxes: (await drawnScene(of)).actors.filter(({ box }) => box).length,
    })
    const here = await seen(page)
    expect(here.boxes).toBe(0)
    const again = await open(new URL(page.url()).search)
    await again.locator('#table').waitFor()
    expect(await seen(again)).toEqual(here)
  })
})

test('every prepared question answers by its key with a sentence and a highlight about the events of its rows', async () => {
  const page = await open()
  const sentences: string[] = []
  for (const key of ['1', '2', '3', '5', '6']) {
    sentences.push(await askByKey(page, key))
    // Whether two cooperate opens as their tie; the table is behind it.
    if (key === '2') await page.keyboard.press('Escape')
    await page.locator('#table').waitFor()
    const inRows = await page
      .locator('#table tr[data-events]')
      .evaluateAll((rows) => rows.flatMap((row) => row.getAttribute('data-events')?.split(' ').filter(Boolean) ?? []))
    expect(inRows.length, key).toBeGreaterThan(0)
    const lit = await litEvents(page)
    for (const id of inRows) expect(lit, key).toContain(id.replace(/^.*\//, ''))
  }
  expect(sentences[1]).toBe(
    'Canada is reported still to cooperate with the United States (Operation Caribbean) and to have restricted use of Canadian ' +
      'intelligence in lethal missions.',
  )
  expect(sentences[2]).toMatch(/^5 condemnations by 5 actors toward 2 others.* 5 are answered\.$/)
  expect(sentences[3]).toMatch(/^All 17 claims rest on a single origin/)
  expect(sentences[4]).toMatch(/^Volker Türk is connected to SOUTHCOM in 3 steps/)
})
