import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { onRealPage, rest } from './real-page.ts'
import { ROOT } from './stale.ts'

/**
 * `node scripts/screens.ts [folder] [--whole] [name …]`: photographs the screens of the product with the seeded case: into docs/screens
 * those that are kept, at half size; `--whole`: all of them at full size.
 */
interface Screen {
  readonly name: string
  readonly address: string
  readonly size?: { readonly width: number; readonly height: number }
  readonly dark?: boolean
  /** Only for whoever looks; not kept. */
  readonly spare?: boolean
  readonly act?: (page: Page) => Promise<unknown>
}

const US = 'ask=distancing&toward=us'
const UK_ACT = 'open=event%3Acaribbean-strikes-2025%2Fuk-suspends-intelligence'
const PHONE = { width: 390, height: 844 }

const SCREENS: readonly Screen[] = [
  { name: '01-first-screen', address: '' },
  { name: '01-first-screen-dark', address: '', dark: true, spare: true },
  { name: '02-answer', address: `?${US}` },
  { name: '03-evidence', address: `?${US}&${UK_ACT}` },
  { name: '03-evidence-dark', address: `?${US}&${UK_ACT}`, dark: true, spare: true },
  { name: '04-tie', address: '?ask=cooperation&by=canada&toward=us&open=tie%3Acanada%3Eus&draw=events' },
  { name: '05-time', address: '?ask=known_on&known=2025-11-11&compare=2025-10-01&level=top' },
  { name: '06-rollup', address: '?level=both&open=actor%3Aalvin-holsey' },
  {
    name: '08-ask-and-keyboard',
    address: '',
    act: async (page) => {
      await page.keyboard.press('?')
      await page.keyboard.press('/')
      await page.keyboard.type('who suspended toward uni', { delay: 20 })
      await page.getByRole('option').first().waitFor({ timeout: 10_000 })
    },
  },
  { name: '09-empty', address: '?ask=distancing&toward=canada' },
  { name: '10-answer-dark', address: `?${US}&with=condemnation`, dark: true },
  { name: '11-answer-phone', address: `?${US}`, size: PHONE },
  { name: '11-answer-phone-dark', address: `?${US}`, size: PHONE, dark: true, spare: true },
  { name: '12-list', address: '?show=events', spare: true },
  { name: '13-narrow-1180', address: `?${US}`, size: { width: 1180, height: 900 }, spare: true },
  { name: '14-narrow-720', address: `?${US}`, size: { width: 720, height: 900 }, spare: true },
]

const words = process.argv.slice(2)
const whole = words.includes('--whole')
const [folder = 'docs/screens', ...names] = words.filter((word) => !word.startsWith('--'))
const into = resolve(ROOT, folder)
mkdirSync(into, { recursive: true })

await onRealPage(async (open) => {
  for (const { name, address, size, dark, act } of SCREENS.filter(isWanted)) {
    const page = await open(address, {
      viewport: size ?? { width: 1440, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
      deviceScaleFactor: whole || size === PHONE ? 1 : 0.5,
    })
    await act?.(page)
    if (act) await rest(page)
    await page.screenshot({ path: join(into, `${name}.png`) })
    console.log(name)
    await page.context().close()
  }
})

function isWanted({ name, spare = false }: Screen): boolean {
  return names.length === 0 ? whole || !spare : names.includes(name)
}
