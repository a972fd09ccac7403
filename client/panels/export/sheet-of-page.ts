import type { Sheet } from '../../canvas/svg/sheet.ts'
import { readTokens, type Tokens } from '../../canvas/tokens.ts'
import { $answer, $asking, $collection, $headlineEvent, $names, $view } from '../../state/app.ts'
import { $dataNow } from '../../state/export/data-now.ts'
import { $sources } from '../../state/export/sources.ts'
import { toTold } from '../../state/export/told.ts'
import { toKey } from '../../state/export/key.ts'
import { latest } from '../../state/loaded.ts'
import { $panes, type Pane } from '../../state/picture/panes.ts'
import { dayWords } from '../../state/words/dates.ts'
import { $canvases } from '../picture/canvases.ts'

/** The page as a sheet of its own: what its canvases show, with title, key, filters, day and sources; null where there is no collection. */
export function sheetOfPage(tokens: Tokens | null = null): Sheet | null {
  const collection = $collection.get()
  const panes = $panes.get().flatMap((pane) => {
    const drawing = $canvases.get().get(pane.id)?.drawing(tokens)
    return drawing ? [{ pane, drawing }] : []
  })
  if (!collection) return null
  const { asKnownOn, compare, stats, behind } = $dataNow.get()
  const sources = latest($sources.get())
  const told = toTold({
    view: { ...$view.get(), compare },
    sentence: sentence(),
    collection,
    asKnownOn,
    stats,
    behind,
    nameOf: (actor) => $names.get().get(actor)?.name ?? actor,
    sources,
    link: window.location.href,
  })
  return {
    title: told.title,
    under: told.under,
    panes: panes.map(({ pane, drawing }) => ({ title: panes.length > 1 ? paneTitle(pane) : null, drawing })),
    key: toKey(panes.map(({ pane }) => pane)),
    filters: told.filters,
    sources: sourceLines(told.sources),
    link: told.link,
  }
}

/** Nothing where nobody has asked for them: the browser's own menu prints at once. */
function sourceLines(sources: readonly string[] | null): readonly string[] {
  if (sources) return ['Sources:', ...sources]
  const { state } = $sources.get()
  return state === 'idle' || state === 'loading' ? [] : ['Sources wait until the server and its database answer.']
}

/** Of the answer while something is asked, else of the collection. */
function sentence(): string | null {
  const asking = $asking.get()
  if (asking && asking !== 'missing') return latest($answer.get())?.sentence ?? asking.text
  return $headlineEvent.get() === null ? null : ($collection.get()?.headline ?? null)
}

function paneTitle({ asKnownOn, level }: Pane): string {
  if ($view.get().both) return level === 'TOP' ? 'Top level' : 'Actors'
  return asKnownOn === null ? 'Nothing known yet' : `As known on ${dayWords(asKnownOn)}`
}

/** The colours of the page, as it stands or as it stands on paper, which is always light. */
export function tokensOfPage(paper = false): Tokens {
  const root = document.documentElement
  if (!paper) return readTokens(root)
  const { theme } = root.dataset
  root.dataset['theme'] = 'light'
  const tokens = readTokens(root)
  if (theme === undefined) delete root.dataset['theme']
  else root.dataset['theme'] = theme
  return tokens
}
