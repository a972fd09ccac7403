import { dayWords, occurredWords } from '../words/dates.ts'
import type { Picture, PictureLine } from './picture.ts'
import type { EventKind, EventRow } from '../types.ts'
import type { Selection, View } from '../view/view.ts'

/** What an answer speaks of. */
export interface Highlight {
  readonly events: ReadonlySet<string>
  /** Ids of affiliations. */
  readonly affiliations: ReadonlySet<string>
  readonly actors: ReadonlySet<string>
}

/** How the picture is shown: what stands out, what is left out, what is selected. Ids are those of the picture. */
export interface Emphasis {
  /** Null: nothing is asked, everything is at rest. */
  readonly lit: {
    readonly actors: ReadonlySet<string>
    readonly lines: ReadonlySet<string>
    readonly hairlines: ReadonlySet<string>
  } | null
  readonly hiddenLines: ReadonlySet<string>
  readonly selectedActor: string | null
  readonly selectedLines: ReadonlySet<string>
  /** Words beside a line: scope, then date. */
  readonly lineLabels: ReadonlyMap<string, { readonly scope: string; readonly date: string }>
}

/** More labels than this would stand in each other's way. */
const MOST_LINE_LABELS = 4

/** @param headline the event behind the headline of the collection, where it is shown */
export function toEmphasis(
  picture: Picture,
  view: View,
  highlight: Highlight | null,
  headline: string | null,
): Emphasis {
  const lit = highlight && toLit(picture, highlight)
  const labelled = lit
    ? picture.lines.filter(({ id }) => lit.lines.has(id))
    : picture.lines.filter(({ events }) => events.some(({ id }) => id === headline))
  return {
    lit,
    hiddenLines: hiddenLines(picture, view.hidden, lit?.lines ?? null),
    selectedActor: view.selection?.what === 'actor' ? view.selection.id : null,
    selectedLines: selectedLines(picture, view.selection),
    lineLabels: new Map(
      labelled.length > MOST_LINE_LABELS ? [] : labelled.map((line) => [line.id, label(line, highlight)]),
    ),
  }
}

function toLit(picture: Picture, highlight: Highlight): NonNullable<Emphasis['lit']> {
  const lines = picture.lines.filter(({ events }) => events.some(({ id }) => highlight.events.has(id)))
  const hairlines = picture.hairlines.filter(({ id }) => highlight.affiliations.has(id))
  const actors = new Set(highlight.actors)
  for (const line of lines) actors.add(line.actor).add(line.target)
  for (const line of hairlines) actors.add(line.actor).add(line.to)
  // A part that stands out takes its box along: its name says where the part is.
  for (const actor of picture.actors) if (actor.inside !== null && actors.has(actor.id)) actors.add(actor.inside)
  return { actors, lines: new Set(lines.map(({ id }) => id)), hairlines: new Set(hairlines.map(({ id }) => id)) }
}

/** A kind that is switched off stays where an answer speaks of it: the picture never shows less than the rows. */
function hiddenLines(
  picture: Picture,
  hidden: readonly EventKind[],
  lit: ReadonlySet<string> | null,
): ReadonlySet<string> {
  return new Set(picture.lines.filter(({ id, kind }) => hidden.includes(kind) && !lit?.has(id)).map(({ id }) => id))
}

function selectedLines(picture: Picture, selection: Selection | null): ReadonlySet<string> {
  const isSelected = ({ actor, target, events }: PictureLine) => {
    if (selection?.what === 'tie') return actor === selection.actor && target === selection.target
    return selection?.what === 'event' && events.some(({ id }) => id === selection.id)
  }
  return new Set(picture.lines.filter(isSelected).map(({ id }) => id))
}

function label(line: PictureLine, highlight: Highlight | null): { scope: string; date: string } {
  const told = highlight ? line.events.filter(({ id }) => highlight.events.has(id)) : line.events
  const [only] = told
  if (!only || told.length > 1) return { scope: `${told.length} events`, date: '' }
  return { scope: only.scope ?? '', date: occurredWords(only.occurred) }
}

/** One event in a few words, for a tooltip and for the live region. */
export function eventInWords(event: EventRow): string {
  const scope = event.scope ? `, ${event.scope}` : ''
  return `${event.sentence.replace(/\.$/, '')}${event.sentence.includes(event.scope ?? '') ? '' : scope}. Known ${dayWords(event.reportedOn)}.`
}
