import type { ActorName } from '../types.ts'
import { SWITCHES, type Switch } from '../view/view.ts'
import { capitalised, listWords } from '../words/words.ts'
import type { LeftOut } from './answer.ts'
import { bareWords, verbWords } from './deeds.ts'
import { unique } from './cells.ts'
import type { Whole } from './distancing.ts'

type Act = Whole['internal'][number]

/** Actors named before the rest is counted. */
const TOLD = 8

/**
 * What the rules that are on leave out.
 * @param whole the rows under all rules @param on rules that are switched on
 * @returns null where nothing is left out
 */
export function toLeftOut(whole: Whole, on: readonly Switch[], inside: ActorName | null): LeftOut | null {
  const isOut = (act: Act) => !isOn(act.admittedBy, on)
  const added = whole.rows.filter((row) => row.acts.every(isOut))
  const kept = whole.rows.filter((row) => !row.acts.every(isOut) && row.acts.some(isOut))
  const internal = whole.internal.filter(isOut)
  if (added.length + kept.length + internal.length === 0) return null
  const acts = (rows: Whole['rows']) => rows.flatMap((row) => row.acts.filter(isOut))
  const sentences = [whoDid(acts(added)), kept.length > 0 ? `of those above, ${whoDid(acts(kept))} too` : ''].filter(
    Boolean,
  )
  const rules = new Set(acts([...added, ...kept]).map(({ admittedBy }) => admittedBy))
  if (rules.size === 0) for (const { admittedBy } of internal) rules.add(admittedBy)
  return {
    rows: added.length,
    words: capitalised(sentences.join('; ')),
    inside:
      internal.length > 0
        ? `inside ${inside?.nameInSentence ?? 'one top actor'}: ${internal.length} (${whoDid(internal)})`
        : null,
    rules: SWITCHES.filter((rule) => rules.has(rule)),
  }
}

/** Whether acts of a rule count while these are switched on. */
export function isOn(rule: Act['admittedBy'], on: readonly Switch[]): boolean {
  return rule === 'STRICT' || on.includes(rule)
}

/** `Volker Türk and UK officials condemned; Alvin Holsey condemned and offered to resign` */
function whoDid(acts: readonly Act[]): string {
  const deeds = new Map<string, string[]>()
  for (const act of acts) deeds.set(act.actor.name, [...(deeds.get(act.actor.name) ?? []), deedWords(act)])
  const told = [...deeds].slice(0, TOLD)
  const groups = Map.groupBy(told, ([, did]) => listWords(unique(did)))
  const words = [...groups].map(([did, who]) => `${listWords(who.map(([name]) => name))} ${did}`)
  const more = deeds.size - told.length
  return [...words, ...(more > 0 ? [`${more} more`] : [])].join('; ')
}

function deedWords(act: Act): string {
  return act.stage === 'ACTUAL' ? verbWords(act) : `${verbWords(act)} to ${bareWords(act)}`
}
