import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { toLines, type Before, type SpokenNode } from './heard/to-lines.ts'
import { onRealPage, rest } from './real-page.ts'
import { ROOT } from './stale.ts'

/** `node scripts/heard.ts`: writes docs/heard.md, what a reader of the screen hears of the first four screens of the seeded case. */

const HEAD = `# What is heard

What a screen reader is handed by Chromium in the order of reading: role, name, state and description; after each step, quoted, what the
page says by itself. Written by \`node scripts/heard.ts\`. Of a landmark that reads much as
it did before, only what is new in it stands here.`

interface Step {
  readonly title: string
  readonly act?: (page: Page) => Promise<unknown>
  /** Only what is said of it stands in the file; the last step shows all of such a screen. */
  readonly brief?: boolean
}

const STEPS: readonly Step[] = [
  { title: '1. The case is opened' },
  { title: '2. Key 1: who distanced themselves from the United States?', act: (page) => page.keyboard.press('1') },
  {
    title: '3. Enter on the row of the United Kingdom: its tie',
    brief: true,
    act: async (page) => {
      await page.locator('#table tbody tr').first().focus()
      await page.keyboard.press('Enter')
    },
  },
  {
    title: '4. Enter on the event of the tie: its evidence',
    act: async (page) => {
      await page.locator('#details .event-card').first().focus()
      await page.keyboard.press('Enter')
    },
  },
  {
    title: '5. Key 2: does Canada still cooperate with the United States?',
    act: (page) => page.keyboard.press('2'),
  },
]

await onRealPage(async (open) => {
  const page = await open('')
  const told: Before = new Map()
  let before: readonly string[] = []
  const parts: string[] = []
  for (const { title, act, brief = false } of STEPS) {
    await act?.(page)
    await rest(page)
    const now = (await page.locator('output[aria-live] span').allInnerTexts()).map((words) => words.trim())
    const said = now.filter((words) => !before.includes(words)).map((words) => `> ${words}`)
    before = now
    const focus = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? 'the page')
    const read = brief ? [] : [indented(toLines(await treeOf(page), told))]
    parts.push([`## ${title}`, said.join('\n>\n'), `Focus: ${focus}.`, ...read].join('\n\n'))
  }
  writeFileSync(join(ROOT, 'docs/heard.md'), `${[HEAD, ...parts].join('\n\n')}\n`)
})

function indented(lines: readonly string[]): string {
  return lines.map((line) => `    ${line}`).join('\n')
}

async function treeOf(page: Page): Promise<readonly SpokenNode[]> {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  // Chromium gives a screen reader the words of a slider, and this tree its number.
  const sliders = await page
    .locator('[role="slider"]')
    .evaluateAll((all) => all.map((each) => [each.ariaLabel, each.ariaValueText] as const))
  const words = new Map(sliders)
  return nodes.map((node) => ({ ...node, value: { value: words.get(String(node.name?.value)) ?? node.value?.value } }))
}
