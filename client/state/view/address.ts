import type { EventKind } from '../types.ts'
import { ASK_KINDS, type Ask } from './ask.ts'
import { settled } from './settled.ts'
import {
  CHANGES,
  CLAIMS,
  DRAWS,
  FIRST_VIEW,
  KINDS,
  LIST_TABS,
  SWITCHES,
  type Moved,
  type Selection,
  type Sort,
  type View,
  type Window,
} from './view.ts'

/** The view as the query part of an address, without `?`; what stands at its default is left out. */
export function toAddress(view: View): string {
  const parts = new URLSearchParams()
  const put = (name: string, value: string | null) => {
    if (value !== null && value !== '') parts.set(name, value)
  }
  const list = (values: readonly string[]) => values.map(lower).join(' ')
  put('collection', view.collection)
  if (view.ask) {
    put('ask', lower(view.ask.kind))
    put('toward', view.ask.toward)
    put('by', view.ask.by)
    put('scope', view.ask.scope)
  }
  put('with', list(view.include))
  put('level', view.both ? 'both' : view.level === 'TOP' ? 'top' : null)
  if (view.both && view.level === 'TOP') put('of', 'top')
  put('boxes', view.boxes.join(' '))
  put('unfolded', view.unfolded.join(' '))
  put('known', view.asKnownOn)
  put('compare', view.compare)
  put('changes', view.changes && lower(view.changes))
  put('happened', view.window && `${view.window.since ?? ''}..${view.window.until ?? ''}`)
  put('clock', view.clock === 'KNOWN' ? 'known' : null)
  put('open', view.selection && selectionToText(view.selection))
  put('pin', view.pinned && selectionToText(view.pinned))
  put('draw', view.draw === 'KINDS' ? null : lower(view.draw))
  put('focus', view.focus)
  put('show', view.list)
  put('sort', view.sort && `${view.sort.descending ? '-' : ''}${view.sort.column}`)
  put('hide', list([...view.hidden, ...view.hiddenClaims]))
  put('affiliations', view.affiliations ? null : 'off')
  put('moved', view.moved.map(({ actor, x, y }) => `${actor}:${x}:${y}`).join(' '))
  return parts.toString()
}

/** The view of an address. What cannot be read stands at its default, and what contradicts itself is settled: an address that was cut still opens. */
export function fromAddress(address: string): View {
  const parts = new URLSearchParams(address)
  const day = (name: string) => dayOrNull(parts.get(name))
  const text = (name: string) => parts.get(name) || null
  const ids = (name: string) => [...new Set(words(parts.get(name)))].sort()
  const among = <T extends string>(name: string, all: readonly T[]) => {
    const given = (parts.get(name) ?? '').split(/[ ,+]+/).map(upper)
    return all.filter((each) => given.includes(upper(each)))
  }
  const level = parts.get('level')
  return settled({
    ...FIRST_VIEW,
    collection: text('collection'),
    ask: askFrom(parts),
    include: among('with', SWITCHES),
    level: level === 'top' || (level === 'both' && parts.get('of') === 'top') ? 'TOP' : 'ACTOR',
    both: level === 'both',
    boxes: ids('boxes'),
    unfolded: ids('unfolded'),
    asKnownOn: day('known'),
    compare: day('compare'),
    changes: among('changes', CHANGES)[0] ?? null,
    window: windowFromText(parts.get('happened')),
    clock: parts.get('clock') === 'known' ? 'KNOWN' : 'HAPPENED',
    selection: selectionFromText(parts.get('open')),
    pinned: selectionFromText(parts.get('pin')),
    draw: among('draw', DRAWS)[0] ?? 'KINDS',
    focus: text('focus'),
    list: among('show', LIST_TABS)[0] ?? (parts.get('show') === 'list' ? 'events' : null),
    sort: sortFromText(parts.get('sort')),
    hidden: among<EventKind>('hide', KINDS),
    hiddenClaims: among('hide', CLAIMS),
    affiliations: parts.get('affiliations') !== 'off',
    moved: movedFromText(parts.get('moved')),
  })
}

/** Whether a text is a day of the calendar, `2025-11-11`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function dayOrNull(text: string | null | undefined): string | null {
  return text && isDate(text) ? text : null
}

function askFrom(parts: URLSearchParams): Ask | null {
  const kind = ASK_KINDS.find((each) => each === upper(parts.get('ask') ?? ''))
  if (!kind) return null
  return {
    kind,
    toward: parts.get('toward') || null,
    by: parts.get('by') || null,
    scope: parts.get('scope') || null,
  }
}

function windowFromText(text: string | null): Window | null {
  const [since, until] = (text ?? '').split('..')
  const window = { since: dayOrNull(since), until: dayOrNull(until) }
  return window.since === null && window.until === null ? null : window
}

/** `known`, from the last on `-known` */
function sortFromText(text: string | null): Sort | null {
  const [, sign, column] = /^(-?)([a-z]+)$/.exec(text ?? '') ?? []
  return column === undefined ? null : { column, descending: sign === '-' }
}

/** Ids of ties' ends are parted by `>`, which no id holds. */
function selectionToText(selection: Selection): string {
  return selection.what === 'tie' ? `tie:${selection.actor}>${selection.target}` : `${selection.what}:${selection.id}`
}

function selectionFromText(text: string | null): Selection | null {
  const [, what, rest] = /^(event|actor|tie):(.+)$/.exec(text ?? '') ?? []
  if (what === undefined || rest === undefined) return null
  if (what === 'event' || what === 'actor') return { what, id: rest }
  const [actor, target, ...more] = rest.split('>')
  return actor && target && more.length === 0 ? { what: 'tie', actor, target } : null
}

function movedFromText(text: string | null): readonly Moved[] {
  const moved = new Map<string, Moved>()
  for (const word of words(text)) {
    const [, actor, x, y] = /^([^:\s]+):(-?[\d.]+):(-?[\d.]+)$/.exec(word) ?? []
    if (actor === undefined || !Number.isFinite(Number(x)) || !Number.isFinite(Number(y))) continue
    moved.set(actor, { actor, x: Number(x), y: Number(y) })
  }
  return [...moved.values()].sort((a, b) => (a.actor < b.actor ? -1 : 1))
}

/** No id holds a space. */
function words(text: string | null): readonly string[] {
  return text?.split(' ').filter(Boolean) ?? []
}

function lower(text: string): string {
  return text.toLowerCase()
}

function upper(text: string): string {
  return text.toUpperCase()
}
