import { join, resolve } from 'node:path'
import { monthRows } from '../tests/support/month.ts'
import { onRealPage } from './real-page.ts'
import { ROOT } from './stale.ts'

/** `node scripts/import-screens.ts [folder]`: photographs the steps of an import on the page, with rows that are made up. */
const into = resolve(ROOT, process.argv[2] ?? 'docs/images')

const OWN = [
  'Date,Country 1,Country 2,What happened,Note',
  '13/01/2020,France,Iran,Sanctions imposed,as announced',
  '14/01/2020,Iran,Korea,State visit,',
  '15/01/2020,Germany,France,Summit meeting,in Paris',
  '16/01/2020,France,Iran,Gloria,',
]

await onRealPage(async (open) => {
  const page = await open('', { viewport: { width: 1180, height: 800 }, deviceScaleFactor: 0.75 })
  const shot = (name: string): Promise<unknown> => page.screenshot({ path: join(into, `import-${name}.png`) })
  const send = (name: string, lines: readonly string[]): Promise<void> =>
    dialog.getByLabel('Files to import').setInputFiles({
      name,
      mimeType: 'text/plain',
      buffer: Buffer.from(`${lines.join('\n')}\n`),
    })
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Import' })

  await send('visits.csv', OWN)
  await dialog.getByRole('button', { name: 'Look at the rows' }).waitFor()
  await shot('mapping')
  await dialog.getByRole('button', { name: 'Look at the rows' }).click()
  await dialog.getByText('Whom do these names mean?').waitFor()
  await shot('preview')
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await dialog.getByText('Nothing was taken').waitFor()
  await shot('rejects')
  await dialog.getByRole('button', { name: 'Import other files' }).click()

  await send('september.tsv', monthRows(200_000))
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await dialog.getByText(/rows, .* a second/).waitFor()
  await shot('progress')
  await dialog.getByText('The import is done.').waitFor({ timeout: 120_000 })
  await shot('report')
  await dialog.getByRole('button', { name: 'Import other files' }).click()
  await dialog.getByText('Imported before').waitFor()
  await shot('undo')
})
