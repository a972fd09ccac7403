import type { Page } from 'playwright-core'

/** What has the focus: the region that holds it, its id, its own words, and the column of a table that it stands in. */
export interface Focus {
  readonly region: string
  readonly id: string
  readonly words: string
  readonly column: string | null
}

export function focus(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const at = document.activeElement
    const region = at?.closest('nav, section[aria-label], aside, [role=application]')
    return {
      region: region?.id ?? '',
      id: at?.id ?? '',
      words: (at?.getAttribute('aria-label') || at?.textContent || at?.getAttribute('title') || '').trim(),
      column: at?.getAttribute('data-column') ?? null,
    }
  })
}

/** Presses a key until the focus is where it is wanted. @throws where it never comes there */
export async function pressUntil(page: Page, key: string, there: (at: Focus) => boolean): Promise<void> {
  for (let press = 0; press < 40; press++) {
    if (there(await focus(page))) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} does not lead there; the focus is on ${JSON.stringify(await focus(page))}.`)
}
