import { count, occurredWords } from '../words/dates.ts'
import type { Picture, PictureLine } from './picture.ts'
import type { Selection } from '../view/view.ts'
import { ACTOR_KIND_WORDS, KIND_WORDS, STAGE_WORDS, STATUS_WORDS } from '../words/words.ts'

/** An actor or a line of the picture. */
export interface PictureItem {
  readonly what: 'actor' | 'line'
  readonly id: string
}

/** What opening it shows: of a line with one event that event, else its list. */
export function opensOf(picture: Picture, { what, id }: PictureItem): Selection | null {
  if (what === 'actor') return { what: 'actor', id }
  const line = picture.lines.find((each) => each.id === id)
  return line ? opensOfLine(line) : null
}

export function opensOfLine(line: PictureLine): Selection {
  const [only, ...more] = line.events
  if (only && more.length === 0) return { what: 'event', id: only.id }
  return { what: 'tie', actor: line.actor, target: line.target }
}

/** What a screen reader hears when the keyboard comes to it. */
export function describeItem(picture: Picture, { what, id }: PictureItem): string {
  if (what === 'actor') {
    const actor = picture.actors.find((each) => each.id === id)
    if (!actor) return ''
    const holder = picture.actors.find((each) => each.id === actor.inside)
    return `${actor.name}, ${ACTOR_KIND_WORDS[actor.kind].toLowerCase()}${holder ? ` in ${holder.name}` : ''}, ${count(actor.events, 'event')}`
  }
  const line = picture.lines.find((each) => each.id === id)
  return line ? `${lineEnds(picture, line)}. ${pointerWords(picture, { what, id })}` : ''
}

/** `Suspension, United Kingdom to United States` */
export function lineEnds(picture: Picture, { kind, actor, target }: PictureLine): string {
  return `${KIND_WORDS[kind]}, ${nameOf(picture, actor)} to ${nameOf(picture, target)}`
}

export function nameOf(picture: Picture, id: string): string {
  return picture.actors.find((actor) => actor.id === id)?.name ?? id
}

/** What a tooltip says: scope, date, stage, status, origins; of several events how many. */
export function pointerWords(picture: Picture, item: PictureItem): string {
  if (item.what === 'actor') return describeItem(picture, item)
  const line = picture.lines.find(({ id }) => id === item.id)
  const [only, ...more] = line?.events ?? []
  if (!line || !only) return ''
  if (more.length > 0) return count(line.events.length, 'event')
  const parts = [
    only.scope ?? 'scope not stated',
    occurredWords(only.occurred),
    STAGE_WORDS[only.stage],
    STATUS_WORDS[only.status],
    count(only.originCount, 'origin'),
    only.disputed ? 'disputed' : '',
    only.answered ? 'answered' : '',
  ]
  return parts.filter(Boolean).join(' · ')
}
