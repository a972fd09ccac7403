import type { Route } from 'playwright-core'

/**
 * How the server answers the page, turned by a test: `there` at once; `slow` when the test turns it to another mood, and not
 * after a time, so that a busy machine sees what stands meanwhile too; `away` never.
 */
export const serverMoods = () => {
  let mood: 'there' | 'slow' | 'away' = 'there'
  let held: (() => void)[] = []
  return {
    turn(to: typeof mood) {
      mood = to
      for (const letGo of held) letGo()
      held = []
    },
    async onRequest(route: Route) {
      if (mood === 'slow') await new Promise<void>((letGo) => held.push(letGo))
      if (mood === 'away') await route.abort()
      else await route.continue()
    },
  }
}
