import type { SourceRow, StatedAct, Surface } from '../../rows/row.ts'
import { parseDay } from '../../../domain/days.ts'
import { earliestOf, edtfOf, latestOf } from './phases.ts'
import { from, until, type Spell } from './spells.ts'

/** What states are called, by Correlates of War number; a number that is not there is told as such. */
export type StateNames = ReadonlyMap<string, string>

/** Which of the files, and how its states are called. */
export interface Place {
  readonly file: number
  readonly names: StateNames
}

/**
 * What the spells of one alliance tell: each pair of members whose spells overlap is allied, told both ways, the way whose actor's name is
 * greater flagged as the second; and who left before the alliance ended stepped back from those who stayed. A state that another one
 * follows in the alliance on the same day has gone, and has left nobody.
 */
export function actsOf(spells: readonly Spell[], place: Place): readonly SourceRow[] {
  return [...alliances(spells, place), ...departures(spells, place)]
}

function* alliances(spells: readonly Spell[], place: Place): Generator<SourceRow> {
  const count = new Map<string, number>()
  for (const a of spells) {
    for (const b of spells) {
      if (a.member === b.member) continue
      const shared = overlap(a, b)
      if (!shared) continue
      const pair = `${a.alliance}-${a.member}-${b.member}`
      const n = (count.get(pair) ?? 0) + 1
      count.set(pair, n)
      yield {
        ...common(a, b, place),
        key: `${pair}-${n}`,
        occurred: `${shared.from}/${shared.until ?? '..'}`,
        reported: parseDay(shared.from),
        act: stated('COOPERATION', a),
        mirror: surface(a, place).name > surface(b, place).name,
      }
    }
  }
}

function overlap(a: Spell, b: Spell): { readonly from: string; readonly until: string | null } | null {
  const begin = from(a) > from(b) ? from(a) : from(b)
  const ends = [until(a), until(b)].filter((end) => end !== null).sort()
  const end = ends[0] ?? null
  // Who joins on the day on which another leaves is no ally of it; a month without a day leaves nothing that is sure.
  return end !== null && end <= begin ? null : { from: begin, until: end }
}

function* departures(spells: readonly Spell[], place: Place): Generator<SourceRow> {
  for (const spell of spells) {
    const { left } = spell
    if (!left || !isLast(spell, spells) || hasSuccessor(spell, spells)) continue
    for (const other of spells) {
      if (other.member === spell.member || !staysAfter(other, spell)) continue
      yield {
        ...common(spell, other, place),
        key: `${spell.alliance}-${spell.member}-${other.member}-left`,
        occurred: edtfOf(left),
        reported: parseDay(latestOf(left)),
        act: stated('SUSPENSION', spell),
        mirror: false,
      }
    }
  }
}

function isLast(spell: Spell, spells: readonly Spell[]): boolean {
  return !spells.some((each) => each.member === spell.member && from(each) > from(spell))
}

function hasSuccessor({ left, member }: Spell, spells: readonly Spell[]): boolean {
  if (!left) return false
  const day = parseDay(latestOf(left)) ?? 0
  return spells.some((each) => {
    const joined = parseDay(earliestOf(each.joined)) ?? 0
    return each.member !== member && joined >= day && joined <= day + 1
  })
}

function staysAfter(other: Spell, { left }: Spell): boolean {
  if (!left) return false
  const end = until(other)
  return from(other) < earliestOf(left) && (end === null || end > latestOf(left))
}

function common(a: Spell, b: Spell, place: Place) {
  return {
    file: place.file,
    line: a.line,
    actor: surface(a, place),
    target: surface(b, place),
    publisher: null,
    locator: `ATOP alliance ${a.alliance}`,
    summary: null,
  }
}

function surface({ member }: Spell, { names }: Place): Surface {
  return {
    name: names.get(member) ?? `COW ${member}`,
    country: null,
    code: { system: 'COW', text: member },
    sectors: [],
  }
}

function stated(kind: 'COOPERATION' | 'SUSPENSION', { alliance, pledges }: Spell): StatedAct {
  return {
    type: 'stated',
    system: 'ATOP',
    code: alliance,
    kind,
    subtype: 'alliance',
    stage: 'ACTUAL',
    strength: null,
    mark: null,
    scope: pledges === '' ? `alliance ${alliance}` : `${pledges} (alliance ${alliance})`,
  }
}
