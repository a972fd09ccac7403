import type { Page } from 'playwright-core'

/** A token that may read, and one that may write. */
export const READER = 'reads-and-no-more'
export const WRITER = 'writes-by-hand-too'

/** What tells a server to ask for tokens. */
export const TOKENS = { ENTENTE_READ_TOKENS: `anna:${READER}`, ENTENTE_WRITE_TOKENS: `bert:${WRITER}` }

/** Where the page opens that nobody has signed in on: its field. */
export const SIGN_IN = '#token'

/** Types a token and sends it, by keyboard alone: the field has the focus. */
export async function typeToken(page: Page, token: string): Promise<void> {
  await page.locator(`${SIGN_IN}:focus`).waitFor()
  await page.keyboard.type(token)
  await page.keyboard.press('Enter')
}
