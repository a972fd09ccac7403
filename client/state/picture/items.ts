import { whenWords } from '../tie/when.ts'
import { count } from '../words/dates.ts'
import { ACTOR_KIND_WORDS, KIND_WORDS, STAGE_WORDS, STATUS_WORDS } from '../words/words.ts'
import type { EventRow } from '../types.ts'
import type { Selection } from '../view/view.ts'
import type { Picture, PictureLine } from './picture.ts'

/** An actor or a line of the picture, one event of a line, the title of a box, or what a closed box holds. */
export interface PictureItem {
  readonly what: 'actor' | 'line' | 'event' | 'title' | 'inside'
  readonly id: string
}

/** What opening it shows: of a line with one event that event, else its list. */
export function opensOf(picture: Picture, { what, id }: PictureItem): Selection | null {
  if (what === 'event') return { what, id }
  if (what === 'inside') return { what: 'tie', actor: id, target: id }
  if (what !== 'line') return { what: 'actor', id }
  const line = picture.lines.find((each) => each.id === id)
  return line ? opensOfLine(line) : null
}

export function opensOfLine(line: PictureLine): Selection {
  const [only, ...more] = line.events
  if (only && more.length === 0) return { what: 'event', id: only.id }
  return { what: 'tie', actor: line.actor, target: line.target }
}

/** Events and actors that an item stands for. */
export function pointedAt(picture: Picture, { what, id }: PictureItem): { events: string[]; actors: string[] } {
  if (what === 'event') return { events: [id], actors: [] }
  if (what !== 'line') return { events: [], actors: [id] }
  const line = picture.lines.find((each) => each.id === id)
  return { events: line?.events.map((event) => event.id) ?? [], actors: [] }
}

/** What a screen reader hears when the keyboard comes to it. */
export function describeItem(picture: Picture, item: PictureItem): string {
  const line = lineOf(picture, item)
  if (line) return `${lineEnds(picture, line)}. ${pointerWords(picture, item)}`
  const actor = picture.actors.find(({ id }) => id === item.id)
  if (!actor) return ''
  const holder = picture.actors.find((each) => each.id === actor.inside && each.box)
  const kind = ACTOR_KIND_WORDS[actor.kind].toLowerCase()
  const parts = picture.actors.filter(({ inside }) => inside === actor.id).length
  return [
    `${actor.name}, ${kind}${holder ? ` in ${holder.name}` : ''}`,
    count(actor.events, 'event'),
    actor.box ? `a box with ${count(parts, 'actor')}, Enter closes it` : '',
    actor.parts.length > 0 ? `stands for ${count(actor.parts.length, 'actor')}, Enter opens it` : '',
    actor.eventsInside > 0 ? `${count(actor.eventsInside, 'event')} inside` : '',
    actor.absent ? 'not reported on this day' : '',
  ]
    .filter(Boolean)
    .join(', ')
}

/** `Suspension, United Kingdom to United States` */
function lineEnds(picture: Picture, { kind, actor, target }: PictureLine): string {
  return `${KIND_WORDS[kind]}, ${nameOf(picture, actor)} to ${nameOf(picture, target)}`
}

export function nameOf(picture: Picture, id: string): string {
  return picture.actors.find((actor) => actor.id === id)?.name ?? id
}

/** What a tooltip says: scope, date, stage, status, origins; of several events how many; of a box what a click does. */
export function pointerWords(picture: Picture, item: PictureItem): string {
  const actor = picture.actors.find(({ id }) => id === item.id)
  if (item.what === 'title') return `${actor?.name ?? ''}: close the box`
  if (item.what === 'inside') return `Show the ${count(actor?.eventsInside ?? 0, 'event')} inside ${actor?.name ?? ''}`
  const line = lineOf(picture, item)
  if (!line) return describeItem(picture, item).replace(/, Enter (closes|opens) it/, '')
  const events = item.what === 'event' ? line.events.filter(({ id }) => id === item.id) : line.events
  const [only, ...more] = events
  if (!only) return ''
  if (more.length > 0) return count(events.length, 'event')
  return [...factsOf(only), ...markWords(line)].join(' · ')
}

function lineOf(picture: Picture, { what, id }: PictureItem): PictureLine | null {
  if (what === 'line') return picture.lines.find((each) => each.id === id) ?? null
  if (what !== 'event') return null
  return picture.lines.find(({ events }) => events.some((event) => event.id === id)) ?? null
}

function factsOf(event: EventRow): readonly string[] {
  return [
    event.scope ?? 'scope not stated',
    whenWords(event),
    STAGE_WORDS[event.stage],
    STATUS_WORDS[event.status],
    count(event.originCount, 'origin'),
    event.disputed ? 'disputed' : '',
    event.answered ? 'answered' : '',
  ].filter(Boolean)
}

function markWords({ mark }: PictureLine): readonly string[] {
  switch (mark) {
    case 'GHOST':
      return ['had happened, not yet reported']
    case 'ENDED':
      return ['ended since']
    case 'STATUS':
      return ['its status changed']
    case null:
      return []
  }
}
