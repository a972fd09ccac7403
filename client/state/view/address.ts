import { FIRST_VIEW, KINDS, SWITCHES, type Selection, type View } from './view.ts'
import type { EventKind } from '../types.ts'

/** The view as the query part of an address, without `?`; what stands at its default is left out. */
export function toAddress(view: View): string {
  const parts = new URLSearchParams()
  if (view.collection !== null) parts.set('collection', view.collection)
  if (view.question !== null) parts.set('question', view.question)
  if (view.include.length > 0) parts.set('with', view.include.join(' '))
  if (view.level === 'TOP') parts.set('level', 'top')
  if (view.asKnownOn !== null) parts.set('known', view.asKnownOn)
  if (view.list) parts.set('show', 'list')
  if (view.hidden.length > 0) parts.set('hide', view.hidden.join(' '))
  if (view.selection) parts.set('open', selectionToText(view.selection))
  return parts.toString()
}

/** The view of an address. What cannot be read stands at its default: an address that was cut still opens. */
export function fromAddress(address: string): View {
  const parts = new URLSearchParams(address)
  const include = words(parts.get('with'))
  const hidden = words(parts.get('hide'))
  const known = parts.get('known')
  return {
    ...FIRST_VIEW,
    collection: parts.get('collection'),
    question: parts.get('question'),
    include: SWITCHES.filter((rule) => include.includes(rule)),
    level: parts.get('level') === 'top' ? 'TOP' : 'ACTOR',
    asKnownOn: known !== null && isDate(known) ? known : null,
    list: parts.get('show') === 'list',
    hidden: KINDS.filter((kind) => hidden.includes(kind)),
    selection: selectionFromText(parts.get('open')),
  }
}

/** Whether a text is a day of the calendar, `2025-11-11`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

function selectionToText(selection: Selection): string {
  return selection.what === 'tie' ? `tie:${selection.kind}:${selection.id}` : `${selection.what}:${selection.id}`
}

function selectionFromText(text: string | null): Selection | null {
  const [, what, rest] = /^(event|actor|tie):(.+)$/.exec(text ?? '') ?? []
  if (what === undefined || rest === undefined) return null
  if (what === 'event' || what === 'actor') return { what, id: rest }
  const [, kind, id] = /^([A-Z]+):(.+)$/.exec(rest) ?? []
  return kind !== undefined && id !== undefined && isKind(kind) ? { what: 'tie', id, kind } : null
}

function isKind(text: string): text is EventKind {
  return (KINDS as readonly string[]).includes(text)
}

function words(text: string | null): readonly string[] {
  return text?.split(/[ ,+]+/) ?? []
}
