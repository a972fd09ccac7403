import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser, openPage } from '../tests/support/browser.ts'
import { serveEntente, temporaryFolder } from '../tests/support/entente-process.ts'
import { ROOT } from './stale.ts'

/**
 * `node scripts/screens.ts [folder] [--whole] [name …]`: photographs the screens of the product with the seeded case, into docs/screens
 * unless told, half size unless `--whole`.
 */
interface Screen {
  readonly name: string
  readonly address: string
  readonly size?: { readonly width: number; readonly height: number }
  readonly dark?: boolean
  readonly act?: (page: Page) => Promise<unknown>
}

const US = 'ask=distancing&toward=us'
const UK_ACT = 'open=event%3Acaribbean-strikes-2025%2Fuk-suspends-intelligence'
const PHONE = { width: 390, height: 844 }

const SCREENS: readonly Screen[] = [
  { name: '01-first-screen', address: '' },
  { name: '01-first-screen-dark', address: '', dark: true },
  { name: '02-answer', address: `?${US}` },
  { name: '03-evidence', address: `?${US}&${UK_ACT}` },
  { name: '03-evidence-dark', address: `?${US}&${UK_ACT}`, dark: true },
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
  { name: '11-answer-phone-dark', address: `?${US}`, size: PHONE, dark: true },
  { name: '12-list', address: '?show=events' },
  { name: '13-narrow-1180', address: `?${US}`, size: { width: 1180, height: 900 } },
  { name: '14-narrow-720', address: `?${US}`, size: { width: 720, height: 900 } },
]

const words = process.argv.slice(2)
const whole = words.includes('--whole')
const [folder = 'docs/screens', ...names] = words.filter((word) => !word.startsWith('--'))
const into = resolve(ROOT, folder)
mkdirSync(into, { recursive: true })
const data = temporaryFolder()
const served = await serveEntente(data.folder)
const browser = await launchBrowser()
try {
  for (const screen of SCREENS) if (names.length === 0 || names.includes(screen.name)) await photograph(browser, screen)
} finally {
  await browser.close()
  await served.stop()
  data.remove()
}

async function photograph(in_: Browser, { name, address, size, dark, act }: Screen): Promise<void> {
  const how: BrowserContextOptions = {
    viewport: size ?? { width: 1440, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    deviceScaleFactor: whole || size === PHONE ? 1 : 0.5,
  }
  const { page, troubles } = await openPage(in_, `${served.address}/${address}`, { ...how, ready: '#picture' })
  await act?.(page).catch((error: unknown) => troubles.push(String(error)))
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(into, `${name}.png`) })
  console.log(`${name}${troubles.length > 0 ? `: ${troubles.join('; ')}` : ''}`)
  await page.context().close()
}
