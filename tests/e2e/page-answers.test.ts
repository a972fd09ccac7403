import type { Page, Route } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { askByKey, drawnScene, litEvents } from '../support/browser.ts'
import { eventually, pageTests } from '../support/page-tests.ts'

const tests = pageTests()
const open = async (...how: Parameters<typeof tests.open>) => (await tests.open(...how)).page

/** What stands in the first column of the table, a row each. */
const whoDid = (page: Page) => page.locator('table[data-answer="rows"] tbody tr:first-child th').allInnerTexts()

describe('the first screen', () => {
  test('draws the case: every actor, a line for each kind of each ordered pair, states with parts as boxes', async () => {
    const page = await open()
    const { actors, lines } = await drawnScene(page)
    expect(await page.locator('#picture').getAttribute('data-actors')).toBe(String(actors.length))
    expect(actors).toHaveLength(26)
    expect(
      actors
        .filter(({ box }) => box)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Colombia', 'United Kingdom', 'United Nations', 'United States', 'Venezuela'])
    expect(lines).toHaveLength(17)
    expect(lines.flatMap(({ events }) => events)).toHaveLength(17)
    expect(await page.locator('h1').innerText()).toMatch(/^The United Kingdom is reported to have suspended/)
  })

  test('puts each part inside the box of its state, and nobody else', async () => {
    const { actors } = await drawnScene(await open())
    const box = actors.find(({ name }) => name === 'United States')?.rect
    const inside = actors
      .filter(({ rect }) => box && Math.abs(rect.x - box.x) < box.w / 2 && Math.abs(rect.y - box.y) < box.h / 2)
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
  })
})

describe('who distanced themselves from the United States', () => {
  test('one click: a sentence, the United Kingdom then Canada, and their ties highlighted with what continues', async () => {
    const page = await open()
    await page.getByRole('button', { name: /Who distanced themselves/ }).click()
    await page.locator('#table').waitFor()
    expect(await whoDid(page)).toEqual(['United Kingdom', 'Canada'])
    const sentence = await page.locator('h1').innerText()
    expect(sentence).toContain('United Kingdom')
    expect(sentence).toContain('is reported to have')
    expect(sentence).not.toContain('cut ties')
    const lit = await litEvents(page)
    expect(lit).toHaveLength(3)
    expect(lit).toContain('uk-suspends-intelligence')
    expect(lit).toContain('canada-restricts-intelligence')
    const cells = await page.locator('#table').innerText()
    expect(cells).toContain('Sep to 11 Oct 2025')
    expect(cells).toContain('Sep to 11 Nov 2025')
    expect(cells).toContain('Still cooperates')
    expect(cells).toContain('Before: cooperated')
  })

  test('a row opens down to the evidence, its speaker, its origin and who carries it', async () => {
    const page = await open()
    await askByKey(page, '1')
    await page.getByRole('button', { name: /^Open: United Kingdom/ }).click()
    const details = page.getByRole('complementary', { name: 'Details' })
    await details.getByText('ASSERTS').waitFor()
    const text = await details.innerText()
    for (const words of [
      'Unnamed sources',
      'paraphrase',
      'CNN',
      'carried by',
      'Realist English',
      'Known 31 to 71 days later',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).toContain('reliability F: cannot be judged yet')
    expect(text).toContain('Nothing outside this scope is claimed to have stopped.')
  })

  test('spoken words stand as a quote, and the answer to them as a denial of what was said', async () => {
    const page = await open()
    await askByKey(page, '3')
    await page.getByRole('button', { name: /^Open: Volker Türk/ }).click()
    const details = page.getByRole('complementary', { name: 'Details' })
    await details.getByText('DENIES').waitFor()
    expect(await details.locator('blockquote').allInnerTexts()).toEqual([
      '“extrajudicial killings”',
      '“a clear breach of international law”',
    ])
    const text = await details.innerText()
    expect(text).toContain('⇄ answered')
    expect(text).not.toContain('≠ disputed')
    expect(text).toContain('About what was said, not whether it was said.')
  })

  test.each(['actor', 'top'])('at level %s a switch adds exactly the rows and acts that it says', async (level) => {
    const page = await open(`?level=${level}`)
    await askByKey(page, '1')
    const lines = () => page.locator('table[data-answer="rows"] tbody tr').count()
    const before = { rows: (await whoDid(page)).length, acts: await lines() }
    const condemnation = page.locator('[data-switch="CONDEMNATION"]')
    const [, rows, acts] = /\+(\d+) rows?, (\d+) acts?/.exec(await condemnation.innerText()) ?? []
    expect([level, Number(rows), Number(acts)]).toEqual([level, level === 'actor' ? 3 : 2, 3])
    await condemnation.click()
    await eventually(async () => (await whoDid(page)).length).toBe(before.rows + Number(rows))
    expect(await lines()).toBe(before.acts + Number(acts))
  })

  test('at the top level acts inside the United States stand apart, and are no rows', async () => {
    const page = await open('?level=top')
    await askByKey(page, '1')
    await page.locator('[data-switch="CONDEMNATION"]').click()
    await page.locator('[data-switch="THREATENED"]').click()
    await page.getByText('Inside one top actor, no rows: 3').waitFor()
    expect(await whoDid(page)).toEqual(['United Kingdom', 'Canada', 'Legal experts', 'United Nations'])
  })

  test('as known on the day before the report none is recorded, and nothing is drawn between actors', async () => {
    const page = await open('?known=2025-11-10')
    expect(await askByKey(page, '1')).toMatch(/none is recorded as known on 10 November 2025/)
    const { actors, lines } = await drawnScene(page)
    expect(lines).toEqual([])
    expect(actors).toHaveLength(26)
  })
})

test('every prepared question answers by its key with a sentence, a table and a highlight about the same events', async () => {
  const page = await open()
  const sentences: string[] = []
  for (const key of ['1', '2', '3', '4', '5', '6']) {
    sentences.push(await askByKey(page, key))
    const inRows = await page
      .locator('#table tr[data-events]')
      .evaluateAll((rows) => rows.flatMap((row) => row.getAttribute('data-events')?.split(' ').filter(Boolean) ?? []))
    const lit = await litEvents(page)
    expect(lit.length, key).toBeGreaterThan(0)
    for (const id of inRows) expect(lit, key).toContain(id.replace(/^.*\//, ''))
  }
  expect(sentences[1]).toMatch(/^Canada is reported still to cooperate with the United States \(.*Operation Caribbean/)
  expect(sentences[2]).toMatch(/^5 condemnations by 5 actors toward 2 others.* 5 are answered\.$/)
  expect(sentences[3]).toBe('On 1 Oct 2025 nothing was known; on 11 Nov 2025, 17 events were known.')
  expect(sentences[4]).toMatch(/^All 17 claims rest on a single origin/)
  expect(sentences[5]).toMatch(/^Volker Türk is connected to SOUTHCOM in 3 steps/)
})

test('the top level closes every box into one actor', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Top level' }).click()
  await eventually(async () => (await drawnScene(page)).actors.some(({ box }) => box)).toBe(false)
  const { actors } = await drawnScene(page)
  expect(actors.map(({ name }) => name)).toContain('United States')
  expect(actors.map(({ name }) => name)).not.toContain('SOUTHCOM')
})

test('the list says what is drawn: as many actors and lines, and every event', async () => {
  const page = await open()
  const { actors, lines } = await drawnScene(page)
  await page.keyboard.press('l')
  await page.locator('table[data-list="actors"]').waitFor()
  const names = await page.locator('table[data-list="actors"] tbody th').allInnerTexts()
  expect(names.sort()).toEqual(actors.map(({ name }) => name).sort())
  expect(await page.locator('table[data-list="ties"] tbody tr').count()).toBe(lines.length)
  expect(await page.locator('table[data-list="events"] tbody tr').count()).toBe(17)
})

test('the address holds the view: the same page opens from it', async () => {
  const page = await open()
  await askByKey(page, '1')
  await page.locator('[data-switch="CONDEMNATION"]').click()
  await page.getByRole('button', { name: 'Top level' }).click()
  await page.getByRole('button', { name: /^Open: Canada/ }).click()
  await page.getByRole('complementary', { name: 'Details' }).getByText('ASSERTS').waitFor()
  const seen = async (of: Page) => ({
    rows: await whoDid(of),
    lit: await litEvents(of),
    opened: await of.getByRole('complementary', { name: 'Details' }).locator('h2').innerText(),
    sentence: await of.locator('h1').innerText(),
  })
  await eventually(async () => (await whoDid(page)).length).toBe(4)
  const before = await seen(page)
  const again = await open(new URL(page.url()).search)
  await again.getByRole('complementary', { name: 'Details' }).getByText('ASSERTS').waitFor()
  await again.locator('#table').waitFor()
  expect(await seen(again)).toEqual(before)
})

test('pointing at a line tells its scope and date, and a click opens its evidence', async () => {
  const page = await open()
  const { lines, camera } = await drawnScene(page)
  const line = lines.find(({ events }) => events.some((id) => id.endsWith('/uk-suspends-intelligence')))
  const host = await page.locator('#picture').boundingBox()
  if (!line || !host) throw new Error('The line is not drawn.')
  const at = [line.on.x * camera.zoom + camera.pan.x + host.x, line.on.y * camera.zoom + camera.pan.y + host.y] as const
  await page.mouse.move(...at)
  await page.locator('.tooltip').waitFor()
  expect(await page.locator('.tooltip').innerText()).toBe(
    'maritime intelligence on suspected drug-smuggling boats · Sep to 11 Oct 2025 · done · reported · 1 origin',
  )
  await page.mouse.click(...at)
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByText('ASSERTS').waitFor()
  expect(await details.locator('h2').innerText()).toMatch(/^The United Kingdom is reported to have suspended/)
})

test('Enter before the answer is there picks the first actor when it comes', async () => {
  const onRequest = async (route: Route) => {
    if (route.request().postData()?.includes('Canada')) await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue()
  }
  const page = await open('', { onRequest })
  await page.keyboard.press('/')
  await page.keyboard.type('Canada')
  await page.keyboard.press('Enter')
  await page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: 'Canada' }).waitFor()
})

test('a name with a typing mistake finds the actor, and picking it opens it', async () => {
  const page = await open()
  await page.keyboard.press('/')
  await page.keyboard.type('Holsei')
  await page.getByRole('option', { name: /Alvin Holsey/ }).waitFor()
  await page.keyboard.press('Enter')
  const details = page.getByRole('complementary', { name: 'Details' })
  await details.getByRole('heading', { name: 'Alvin Holsey' }).waitFor()
  expect(await details.innerText()).toContain('leads')
})
