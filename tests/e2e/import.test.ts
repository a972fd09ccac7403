import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { Locator, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { axeFindingsInBoth } from '../support/axe.ts'
import { monthRows } from '../support/month.ts'
import { pageTests } from '../support/page-tests.ts'

const tests = pageTests({})
const folder = mkdtempSync(join(tmpdir(), 'entente-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Import', exact: true }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.getByRole('button', { name: 'Choose files' }).waitFor()
  return dialog
}

const OWN = [
  'Date,Who,To whom,What',
  '13/01/2020,France,Iran,Sanctions imposed',
  '14/01/2020,Iran,Korea,State visit',
  '15/01/2020,France,Iran,Gloria',
]

test('files are sent, looked at, imported, shown and taken out again, by keyboard', async () => {
  const { page } = await tests.open('', { reducedMotion: 'reduce' })
  const dialog = await openDialog(page)
  await dialog.getByLabel('Files to import').setInputFiles(file('month.tsv', monthRows(300)))
  const start = dialog.getByRole('button', { name: 'Import', exact: true })
  await start.waitFor()
  expect(await dialog.innerText()).toMatch(/month\.tsv: ICEWS benchmark.*300 rows would be: \d+ new events/s)
  expect(await dialog.getByRole('table').getByRole('row').count()).toBe(9)
  expect(await axeFindingsInBoth(page, 'dialog.import')).toEqual([])
  await dialog.getByLabel('Title of the data set').fill('September')
  await dialog.getByLabel('Id').fill('september')
  await start.press('Enter')
  await dialog.getByText('The import is done.').waitFor()
  await dialog.getByRole('button', { name: 'Show it' }).press('Enter')
  await page.getByRole('button', { name: 'Data set September' }).waitFor()

  // Left and come back to, it is in the list.
  await page.reload()
  const again = await openDialog(page)
  const undo = again.getByRole('button', { name: 'Undo the import of month.tsv' })
  await undo.press('Enter')
  await undo.waitFor({ state: 'detached' })
  expect(await again.getByText('Imported before').count()).toBe(0)
})

test('a table of one’s own is mapped by choices; names are asked about; rejected rows are told, left out and had', async () => {
  const { page } = await tests.open('', { reducedMotion: 'reduce' })
  const dialog = await openDialog(page)
  await dialog.getByLabel('Files to import').setInputFiles(file('own.csv', OWN))
  await dialog.getByText('Say which column is what').waitFor()
  expect(await axeFindingsInBoth(page, 'dialog.import')).toEqual([])
  await dialog.getByLabel('Sanctions imposed').selectOption('PRESSURE threat')
  await dialog.getByRole('button', { name: 'Look at the rows' }).click()
  await dialog.getByText('3 rows would be: 2 new events, 1 rejected.').waitFor()
  expect(await dialog.getByRole('table').innerText()).toMatch(/France\s+Iran\s+pressure, threat\s+2020-01-13/)
  expect(await dialog.innerText()).toContain(
    'Rejected, line 4, column 4: The mapping does not say what "Gloria" means.',
  )
  await dialog.getByLabel(/^Korea/).selectOption({ index: 1 })
  await dialog.getByRole('button', { name: 'Ask again' }).waitFor()
  const mapping = page.waitForEvent('download')
  await dialog.locator('summary').click()
  await dialog.getByRole('button', { name: 'Save the mapping' }).click()
  expect((await buffer(await (await mapping).createReadStream())).toString()).toContain(
    '  Sanctions imposed: PRESSURE threat',
  )

  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await dialog.getByText('Nothing was taken, because rows were rejected.').waitFor()
  await dialog.getByRole('button', { name: 'Leave them out' }).click()
  await dialog.getByText('The import is done.').waitFor()
  const rejects = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Save the rows without an event' }).click()
  expect((await buffer(await (await rejects).createReadStream())).toString()).toContain('Gloria')
  await dialog.getByRole('button', { name: 'Undo the import' }).click()
  await dialog.getByRole('button', { name: 'Choose files' }).waitFor()

  await dialog.getByLabel('Files to import').setInputFiles(file('diary.txt', ['Dear diary', 'nothing happened']))
  await dialog.getByText('diary.txt is of no format that is read here').waitFor()
})
