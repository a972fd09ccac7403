import type { EventRow } from '../types.ts'
import { KINDS } from '../view/view.ts'
import { capitalised, subtypeWords } from '../words/words.ts'

/** Acts of a tie that affect one thing. */
export interface ScopeRow {
  readonly name: string
  readonly events: readonly EventRow[]
}

/** What is suspended first, cooperation after every other kind; then by name. Where no act states a scope, they are told apart by what was done. */
export function toScopes(events: readonly EventRow[]): readonly ScopeRow[] {
  const stated = events.some(({ scope }) => scope)
  const name = ({ scope, subtype }: EventRow) => {
    if (scope) return scope
    return stated ? `${subtypeWords(subtype)}, scope not stated` : capitalised(subtypeWords(subtype))
  }
  const rows = [...Map.groupBy(events, name)].map(([each, of]) => ({ name: each, events: of }))
  return rows.sort((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
}

function rank({ events }: ScopeRow): number {
  return Math.min(
    ...events.map(({ kind }) => {
      if (kind === 'SUSPENSION') return 0
      return kind === 'COOPERATION' ? KINDS.length : KINDS.indexOf(kind)
    }),
  )
}

/** What the rows show, in a few words. */
export function scopesTitle(rows: readonly ScopeRow[]): string {
  const having = (kind: EventRow['kind']) => rows.filter((row) => row.events.some((event) => event.kind === kind))
  const suspended = having('SUSPENSION').filter(({ events }) => events.some(({ stage }) => stage === 'ACTUAL'))
  const cooperating = having('COOPERATION')
  if (suspended.length > 0 && cooperating.some((row) => !suspended.includes(row))) {
    return suspended.length === 1
      ? 'In one scope suspended, in another cooperating'
      : 'Suspended and cooperating, by scope'
  }
  return rows.length === 1 ? 'On the time axis' : 'By scope, on one time axis'
}
