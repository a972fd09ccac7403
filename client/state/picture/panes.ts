import { computed } from 'nanostores'
import { $answer, $beside, $collection, $headlineEvent, $network, $view, $wish } from '../app.ts'
import { latest } from '../loaded.ts'
import { isAmong } from '../time/changes.ts'
import { $comparison, type Comparison } from '../time/compare.ts'
import type { Level } from '../types.ts'
import { chainOf } from './chain.ts'
import { $compact, compactWish } from './compact.ts'
import { toSides, type Side } from './compared.ts'
import { toEmphasis, type Emphasis, type Shown } from './emphasis.ts'
import { EMPTY_PICTURE, type Picture } from './picture.ts'
import { toPicture } from './to-picture.ts'

/** A picture with how it is shown. `main` is the one picture; of two days the later, of both levels the one of the actors. */
export interface Pane {
  readonly id: 'main' | 'beside'
  readonly picture: Picture
  readonly emphasis: Emphasis
  readonly level: Level
  readonly asKnownOn: string | null
}

type Drawn = Omit<Pane, 'emphasis'>

const $both = computed($view, ({ both }) => both)

const $wished = computed([$wish, $compact, $both], (wish, compact, both) => {
  return compact && !both ? compactWish(wish) : wish
})

const $sides = computed($comparison, (comparison) => {
  return comparison && toSides(comparison.earlier.network, comparison.later.network, comparison.changes)
})

/** Two days, the earlier first; null where nothing is compared, or not yet. */
const $compared = computed(
  [$comparison, $sides, $collection, $wished],
  (comparison, sides, collection, wish): readonly Drawn[] | null => {
    if (!comparison || !sides || !collection) return null
    const draw = (id: Pane['id'], { network, compared }: Side, asked: Comparison['earlier']): Drawn => ({
      id,
      picture: toPicture(network, collection, wish, compared),
      level: wish.level,
      asKnownOn: asked.asKnownOn,
    })
    return [draw('beside', sides.left, comparison.earlier), draw('main', sides.right, comparison.later)]
  },
)

/** The one picture, or with both levels the one of the actors, everything open. */
const $main = computed([$network, $collection, $wished, $both], (loaded, collection, wish, both): Drawn => {
  const shown = latest(loaded)
  const level = both ? 'ACTOR' : wish.level
  const known = shown && collection && shown.collection === collection.id ? shown : null
  // While another level is on its way the last one stays, as it was asked for.
  const asked = known?.level === 'TOP' ? 'TOP' : level
  return {
    id: 'main',
    picture:
      known && collection
        ? toPicture(known.network, collection, {
            ...wish,
            level: asked,
            boxes: both || asked !== level ? [] : wish.boxes,
          })
        : EMPTY_PICTURE,
    level: asked,
    asKnownOn: known?.asKnownOn ?? null,
  }
})

/** With both levels the top one; boxes that the reader opens open here. Null where there is one pane. */
const $tops = computed(
  [$network, $beside, $collection, $wished, $both],
  (loaded, besides, collection, wish, both): Drawn | null => {
    const asked = latest(wish.boxes.length > 0 ? loaded : besides)
    if (!both || !asked || !collection || asked.collection !== collection.id) return null
    if (asked.level === 'ACTOR' && wish.boxes.length === 0) return null
    return {
      id: 'beside',
      picture: toPicture(asked.network, collection, { ...wish, level: 'TOP' }),
      level: 'TOP',
      asKnownOn: asked.asKnownOn,
    }
  },
)

const $drawn = computed([$compared, $main, $tops], (compared, main, tops): readonly Drawn[] => {
  return compared ?? (tops ? [main, tops] : [main])
})

/** What is drawn, from left to right: one picture, or two that share one camera. */
export const $panes = computed(
  [$drawn, $view, $answer, $headlineEvent, $comparison, $network],
  (drawn, view, answer, headline, comparison, network): readonly Pane[] => {
    const shown: Partial<Shown> = {
      // A comparison is an answer of its own.
      highlight: view.ask === null || comparison ? null : (latest(answer)?.highlight ?? null),
      headline: comparison || view.both ? null : headline,
      only:
        comparison && view.changes
          ? new Set([...comparison.changes].flatMap(([id, change]) => (isAmong(change, view.changes) ? id : [])))
          : null,
      chain: view.both && view.selection?.what === 'actor' ? chain(latest(network)?.network, view.selection.id) : [],
    }
    return drawn.map((pane) => ({ ...pane, emphasis: toEmphasis(pane.picture, view, shown) }))
  },
)

const $pane = computed($panes, (panes) => panes.find(({ id }) => id === 'main') ?? null)

/** What the main pane draws: timeline, list, counts and tables speak of it. */
export const $picture = computed($pane, (pane) => pane?.picture ?? EMPTY_PICTURE)

/** How it is shown. */
export const $emphasis = computed([$pane, $view], (pane, view) => pane?.emphasis ?? toEmphasis(EMPTY_PICTURE, view, {}))

function chain(network: Parameters<typeof chainOf>[0] | undefined, actor: string) {
  return network ? chainOf(network, actor) : []
}
