import { computed } from 'nanostores'
import { $asKnownOn, $asking, $collection, $network, $view } from '../app.ts'
import { latest } from '../loaded.ts'
import { SWITCH_WORDS } from '../words/words.ts'
import type { CopyFrame } from './copy.ts'
import { toPhrase, windowWords } from './phrase.ts'

/** The question above its answer, with its slots; empty where nothing is asked. */
export const $phrase = computed([$asking, $view, $asKnownOn], (asking, view, asKnownOn) => {
  return asking && asking !== 'missing' ? toPhrase(asking, view, asKnownOn) : []
})

/** Scopes of the acts that are shown, those of most acts first: what the slot for a scope offers. */
export const $scopes = computed($network, (network): readonly string[] => {
  const counts = new Map<string, number>()
  for (const { scope } of latest(network)?.network.events.nodes ?? []) {
    if (scope) counts.set(scope, (counts.get(scope) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([scope]) => scope)
})

/** What stands beside an answer that is copied, but for the link. */
export const $copyFrame = computed(
  [$asking, $view, $asKnownOn, $collection],
  (asking, view, asKnownOn, collection): Omit<CopyFrame, 'link'> | null => {
    if (!asking || asking === 'missing' || !collection) return null
    const clock = view.clock === 'KNOWN' ? 'became known' : 'happened'
    return {
      text: asking.text,
      collection: collection.title,
      under: [
        `${clock} ${windowWords(view.window, asKnownOn)}`,
        view.level === 'TOP' ? 'at the top level' : 'at the level of actors',
        ...(view.include.length > 0
          ? [`with ${view.include.map((rule) => SWITCH_WORDS[rule].toLowerCase()).join(', ')} counted`]
          : []),
      ],
    }
  },
)
