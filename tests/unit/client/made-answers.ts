import type { DistancingData } from '../../../client/state/answers/distancing.ts'
import { toNarrowing } from '../../../client/state/answers/narrow.ts'
import type { DistancingRule, EventRow } from '../../../client/state/types.ts'
import { SWITCHES, type Switch } from '../../../client/state/view/view.ts'
import { actorName, eventRow } from './made.ts'

type Row = DistancingData['answer']['rows'][number]
export type Act = Row['acts'][number]

const NONE = { items: [], total: 0, truncated: false }

const KIND: Readonly<Record<DistancingRule, EventRow['kind']>> = {
  STRICT: 'SUSPENSION',
  CONDEMNATION: 'CONDEMNATION',
  THREATENED: 'SUSPENSION',
  WEAK: 'PRESSURE',
}

/** An act of one event. */
export function act(
  id: string,
  actor: string,
  admittedBy: DistancingRule = 'STRICT',
  given: Partial<EventRow> = {},
  target = 'us',
): Act {
  const stage = admittedBy === 'THREATENED' ? 'INTENT' : 'ACTUAL'
  const event = eventRow(id, actor, target, KIND[admittedBy], { stage, ...given })
  return { ...event, eventCount: 1, admittedBy, events: { nodes: [event] } }
}

interface MadeRow extends Partial<Omit<Row, 'who' | 'acts'>> {
  readonly who: string
  readonly acts: readonly Act[]
}

interface Made {
  readonly include?: readonly Switch[]
  /** Acts inside one top actor. */
  readonly internal?: readonly Act[]
  readonly scope?: string
  readonly known?: { readonly since: string | null; readonly until: string | null }
  readonly coded?: boolean
}

/** Who distanced themselves from the US: all rows under all rules, of which the answer holds what those that are on let in. */
export function distancing(rows: readonly MadeRow[], made: Made = {}): DistancingData {
  const { include = [], internal = [], scope = null, known = null, coded = false } = made
  const isOn = ({ admittedBy }: Act) => admittedBy === 'STRICT' || include.includes(admittedBy)
  const whole = rows.map((row) => toRow(row))
  const on = whole.map((row) => ({ ...row, acts: row.acts.filter(isOn) })).filter(({ acts }) => acts.length > 0)
  const shown = new Set(on.map(({ id }) => id))
  return {
    question: { id: 'q', kind: 'DISTANCING', toward: actorName('us'), by: null },
    include,
    answer: {
      sentence: 'It did.',
      total: on.length,
      truncated: false,
      endCursor: null,
      asKnownOn: '2025-11-11',
      rows: on,
      internal: internal.filter(isOn),
      switches: SWITCHES.filter((rule) => !include.includes(rule)).map((rule) => {
        const adding = whole.filter((row) => row.acts.some(({ admittedBy }) => admittedBy === rule))
        return { rule, rows: adding.filter(({ id }) => !shown.has(id)).length, acts: adding.length }
      }),
    },
    whole: { rows: whole, internal: [...internal] },
    complete: true,
    narrowing: toNarrowing(scope, { window: known, clock: known ? 'KNOWN' : 'HAPPENED' }),
    coded,
    under: '',
  }
}

function toRow({ who, acts, ...given }: MadeRow): Row {
  return {
    id: `${who}>us`,
    who: actorName(who),
    fromWhom: actorName('us'),
    acts: [...acts],
    continues: NONE,
    before: NONE,
    meanwhile: NONE,
    restored: null,
    lag: null,
    first: { earliest: '2025-09-01', latest: '2025-10-11' },
    ...given,
  }
}
