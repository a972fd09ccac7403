import { AFTER_ALL, BEFORE_ALL, type Day } from '../../domain/days.ts'
import { EdtfError, firstDay, lastDay, parseEdtf } from '../../domain/edtf.ts'
import { ROLL_UP_TYPES, type AffiliationType } from '../../domain/words.ts'

/** An affiliation that rolls up, with the days on which it may hold. */
export interface Rise {
  /** Its place in the list that it was taken from. */
  readonly index: number
  readonly type: AffiliationType
  readonly actor: string
  readonly to: string
  readonly from: Day
  readonly through: Day
}

interface Written {
  readonly type: AffiliationType | undefined
  readonly actor: string | undefined
  readonly to: string | undefined
  readonly since: string | null | undefined
  readonly until: string | null | undefined
}

/** Those of the affiliations that roll up and are read in full. */
export function toRises(affiliations: readonly Written[]): readonly Rise[] {
  return affiliations.flatMap(({ type, actor, to, since, until }, index) => {
    if (!type || !actor || !to || since === undefined || until === undefined) return []
    if (!(ROLL_UP_TYPES as readonly string[]).includes(type)) return []
    return [{ index, type, actor, to, from: firstDay(since), through: lastDay(until) }]
  })
}

/** The day as of which an event rolls up: its earliest, or its latest where that is unknown or open; null for what is no date. */
export function rollUpDay(occurred: string): Day | null {
  try {
    const { earliest, latest } = parseEdtf(occurred)
    return earliest === BEFORE_ALL ? latest : earliest
  } catch (error) {
    if (error instanceof EdtfError) return null
    throw error
  }
}

/** Days from each of which on other affiliations may hold than before. */
export function turningDays(rises: readonly Rise[]): readonly Day[] {
  const days = rises.flatMap(({ from, through }) => [from, through === AFTER_ALL ? AFTER_ALL : through + 1])
  return [...new Set([BEFORE_ALL, ...days])].filter((day) => day !== AFTER_ALL).sort((a, b) => a - b)
}

/** Who stands above whom on one day: along PART_OF, else REPRESENTS, else LEADS. */
export class Parents {
  readonly #above = new Map<string, readonly Rise[]>()
  readonly #tops = new Map<string, ReadonlySet<string>>()

  constructor(rises: readonly Rise[], day: Day) {
    const active = rises.filter(({ from, through }) => from <= day && day <= through)
    for (const [actor, own] of Map.groupBy(active, (rise) => rise.actor)) {
      const type = ROLL_UP_TYPES.find((each) => own.some((rise) => rise.type === each))
      this.#above.set(
        actor,
        own.filter((rise) => rise.type === type),
      )
    }
  }

  actors(): Iterable<string> {
    return this.#above.keys()
  }

  of(actor: string): readonly Rise[] {
    return this.#above.get(actor) ?? []
  }

  /** All that the actor rolls up to: one in a sound case; none where it stands in or below a cycle only. */
  tops(actor: string): ReadonlySet<string> {
    const known = this.#tops.get(actor)
    if (known) return known
    // While it is being found it counts as none, so that a cycle ends.
    this.#tops.set(actor, new Set())
    const above = this.of(actor)
    const found = new Set(above.length === 0 ? [actor] : above.flatMap(({ to }) => [...this.tops(to)]))
    this.#tops.set(actor, found)
    return found
  }

  /** Affiliations that close a cycle, one for each. */
  cycles(): readonly { readonly closing: Rise; readonly actors: readonly string[] }[] {
    const cycles: { closing: Rise; actors: string[] }[] = []
    const done = new Set<string>()
    const walk = (actor: string, way: readonly string[]): void => {
      if (done.has(actor)) return
      for (const rise of this.of(actor)) {
        const begin = [...way, actor].indexOf(rise.to)
        if (begin >= 0) cycles.push({ closing: rise, actors: [...way, actor].slice(begin) })
        else walk(rise.to, [...way, actor])
      }
      done.add(actor)
    }
    for (const actor of this.actors()) walk(actor, [])
    return cycles
  }
}
