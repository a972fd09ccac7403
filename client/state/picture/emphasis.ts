import { isHidden } from '../list/hidden.ts'
import type { EventRow } from '../types.ts'
import type { Draw, Selection, View } from '../view/view.ts'
import type { ChainStep } from './chain.ts'
import { lineLabels } from './line-labels.ts'
import { drawnAs, type Picture, type PictureLine } from './picture.ts'

/** What an answer speaks of. */
export interface Highlight {
  readonly events: ReadonlySet<string>
  /** Ids of affiliations. */
  readonly affiliations: ReadonlySet<string>
  readonly actors: ReadonlySet<string>
}

/** What stands out while the rest is dimmed. */
export interface Lit {
  readonly actors: ReadonlySet<string>
  readonly lines: ReadonlySet<string>
  readonly hairlines: ReadonlySet<string>
}

/** An ordered pair that is opened, and how it is drawn. */
export interface OpenedPair {
  readonly actor: string
  readonly target: string
  readonly draw: Draw
}

/** How the picture is shown: what stands out, what is left out, what is selected. Ids are those of the picture. */
export interface Emphasis {
  /** Null: nothing is asked, everything is at rest. */
  readonly lit: Lit | null
  readonly hiddenLines: ReadonlySet<string>
  /** Events that are switched off, in lines that others keep. */
  readonly hiddenEvents: ReadonlySet<string>
  readonly selectedActor: string | null
  readonly selectedLines: ReadonlySet<string>
  /** How the selected actor rolls up, where that is shown. */
  readonly chain: Pick<Lit, 'actors' | 'hairlines'> | null
  readonly opened: OpenedPair | null
  /** The actor that the picture is about, while the rest is veiled. */
  readonly focus: string | null
  /** Rows of words beside a line, by its id; where each event has a line of its own, by the id of the event. */
  readonly lineLabels: ReadonlyMap<string, readonly string[]>
}

/** What is shown beside what the view says. */
export interface Shown {
  readonly highlight: Highlight | null
  /** The event behind the headline of the collection, where it is shown. */
  readonly headline: string | null
  /** Events that alone stand out, because the reader asks for what changed so. */
  readonly only: ReadonlySet<string> | null
  readonly chain: readonly ChainStep[]
}

const NOTHING_SHOWN: Shown = { highlight: null, headline: null, only: null, chain: [] }

/** How a picture is shown under a view. What is left out of `shown` is as at rest. */
export function toEmphasis(picture: Picture, view: View, shown: Partial<Shown>): Emphasis {
  const { highlight, headline, only, chain } = { ...NOTHING_SHOWN, ...shown }
  const opened = toOpened(picture, view)
  const lit = litOf(picture, view, highlight, only)
  const told = highlight?.events ?? null
  return {
    lit,
    ...hiddenOf(picture, view, lit?.lines ?? null),
    selectedActor: ringed(picture, view.selection),
    selectedLines: new Set(
      view.selection?.what === 'event' ? linesOf(picture, view.selection).map(({ id }) => id) : [],
    ),
    chain: chain.length === 0 ? null : toChain(picture, chain),
    opened,
    focus: view.focus === null ? null : drawnAs(picture, view.focus),
    lineLabels: lineLabels(picture, { lit, told, headline, opened }),
  }
}

/** What is selected comes before what is in focus, and that before what was asked for. */
function litOf(
  picture: Picture,
  view: View,
  highlight: Highlight | null,
  only: ReadonlySet<string> | null,
): Lit | null {
  const selected = linesOf(picture, view.selection)
  if (selected.length > 0) return toLit(picture, selected)
  if (view.focus !== null) {
    const focus = drawnAs(picture, view.focus)
    const own = picture.lines.filter(({ actor, target }) => actor === focus || target === focus)
    const joined = picture.hairlines.filter(({ actor, to }) => actor === focus || to === focus)
    return toLit(
      picture,
      own,
      joined.map(({ id }) => id),
      [focus],
    )
  }
  if (only) return toLit(picture, linesWith(picture, only))
  if (!highlight) return null
  const joined = picture.hairlines.filter(({ id }) => highlight.affiliations.has(id)).map(({ id }) => id)
  return toLit(picture, linesWith(picture, highlight.events), joined, [...highlight.actors])
}

function toLit(
  picture: Picture,
  lines: readonly PictureLine[],
  hairlines: readonly string[] = [],
  also: readonly string[] = [],
): Lit {
  const actors = new Set(also.map((id) => drawnAs(picture, id)))
  for (const line of lines) actors.add(line.actor).add(line.target)
  for (const line of picture.hairlines) if (hairlines.includes(line.id)) actors.add(line.actor).add(line.to)
  // A part that stands out takes its box along: its name says where the part is.
  for (const actor of picture.actors) if (actor.inside !== null && actors.has(actor.id)) actors.add(actor.inside)
  return { actors, lines: new Set(lines.map(({ id }) => id)), hairlines: new Set(hairlines) }
}

function linesWith(picture: Picture, events: ReadonlySet<string>): readonly PictureLine[] {
  return picture.lines.filter((line) => line.events.some(({ id }) => events.has(id)))
}

/** The lines of what is selected, where that is an event or a tie. */
function linesOf(picture: Picture, selection: Selection | null): readonly PictureLine[] {
  if (selection?.what === 'event') return linesWith(picture, new Set([selection.id]))
  if (selection?.what !== 'tie') return []
  const [from, to] = [drawnAs(picture, selection.actor), drawnAs(picture, selection.target)]
  return picture.lines.filter(({ actor, target }) => actor === from && target === to)
}

/** The actor with a ring round it: the one that is selected, or the one whose tie is. */
function ringed(picture: Picture, selection: Selection | null): string | null {
  if (selection?.what === 'actor') return drawnAs(picture, selection.id)
  return selection?.what === 'tie' ? drawnAs(picture, selection.actor) : null
}

function toOpened(picture: Picture, { selection, draw }: View): OpenedPair | null {
  const [line] = linesOf(picture, selection)
  return line ? { actor: line.actor, target: line.target, draw } : null
}

function toChain(picture: Picture, steps: readonly ChainStep[]): NonNullable<Emphasis['chain']> {
  const actors = steps.flatMap(({ from, to }) => [drawnAs(picture, from.id), drawnAs(picture, to.id)])
  return { actors: new Set(actors), hairlines: new Set(steps.map(({ affiliation }) => affiliation)) }
}

/** What is switched off stays where an answer speaks of it: the picture never shows less than the rows. */
function hiddenOf(
  picture: Picture,
  view: View,
  lit: ReadonlySet<string> | null,
): Pick<Emphasis, 'hiddenLines' | 'hiddenEvents'> {
  const lines = picture.lines.filter(({ id }) => !lit?.has(id))
  const off = (event: EventRow) => isHidden(event, view)
  return {
    hiddenLines: new Set(lines.filter(({ events }) => events.every(off)).map(({ id }) => id)),
    hiddenEvents: new Set(lines.flatMap(({ events }) => events.filter(off).map(({ id }) => id))),
  }
}
