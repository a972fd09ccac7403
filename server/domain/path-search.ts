import type { Adjacency } from './adjacency.ts'
import type { NameOrder } from './names.ts'
import type { ActorIndex } from './snapshot.ts'

/** Counting stops here. */
export const MOST_PATHS = 20_000
/** Where the graph is so dense that the search would not end in its time, it ends with what it has. */
const MOST_STEPS = 1_000_000

export interface PathSearchOptions {
  readonly from: ActorIndex
  readonly to: ActorIndex
  /** Most paths. */
  readonly first: number
}

/** A path while it is compared: its actors in order and the events along it. */
export interface Way {
  readonly actors: readonly ActorIndex[]
  readonly events: number
}

interface Choice {
  readonly actor: ActorIndex
  readonly events: number
  /** Most events of this step and those after it. */
  readonly atMost: number
}

/**
 * Depth first, one length after the other. Until MOST_PATHS are found every path is counted; from there on only those are followed
 * that may still come before the last of `best`, so that the best are right even where not all were counted.
 */
export class PathSearch {
  readonly best: Way[] = []
  total = 0
  /** Something was left out of the count. */
  isCut = false
  /** Nothing that is still to come can change the answer. */
  isOver = false
  readonly #near: Adjacency
  readonly #order: NameOrder
  readonly #options: PathSearchOptions
  /** By steps that are left: for each actor from which `to` can be reached in just so many, the most events on the way. */
  readonly #potentials: Map<ActorIndex, number>[]
  readonly #choices: Map<ActorIndex, readonly Choice[]>[] = []
  /** Best of the length that is walked. */
  #level: Way[] = []
  #isSorted = true
  #wanted = 0
  #steps = 0

  constructor(near: Adjacency, order: NameOrder, options: PathSearchOptions) {
    this.#near = near
    this.#order = order
    this.#options = options
    this.#potentials = [new Map([[options.to, 0]])]
  }

  /** @param length one more than before. */
  walk(length: number): void {
    this.#potentials[length] = this.#oneStepBack(this.#potentials[length - 1] ?? new Map())
    if (!this.#potentials[length]?.has(this.#options.from)) return
    this.#level = []
    this.#wanted = this.#options.first - this.best.length
    this.#follow([this.#options.from], 0, length)
    this.#trim()
    this.best.push(...this.#level)
    if (this.total >= MOST_PATHS && this.best.length >= this.#options.first) this.#cut()
  }

  #oneStepBack(after: ReadonlyMap<ActorIndex, number>): Map<ActorIndex, number> {
    const here = new Map<ActorIndex, number>()
    for (const [actor, events] of after) {
      if (actor === this.#options.from) continue
      this.#forEachNear(actor, (other, between) => {
        const most = events + between
        if (other !== this.#options.to && most > (here.get(other) ?? -1)) here.set(other, most)
      })
    }
    return here
  }

  #follow(way: ActorIndex[], events: number, left: number): void {
    if (left === 0) return this.#take({ actors: way, events })
    for (const choice of this.#choicesOf(way.at(-1) as ActorIndex, left)) {
      if (this.isOver) return
      if (way.includes(choice.actor)) continue
      if (++this.#steps > MOST_STEPS) return this.#cut()
      const onward = [...way, choice.actor]
      if (this.total >= MOST_PATHS && !this.#mayBeBetter(onward, events + choice.atMost)) {
        this.isCut = true
        continue
      }
      this.#follow(onward, events + choice.events, left - 1)
    }
  }

  #take(way: Way): void {
    if (this.total < MOST_PATHS) this.total++
    else this.isCut = true
    this.#level.push(way)
    this.#isSorted = false
    if (this.#level.length > 2 * this.#wanted + 64) this.#trim()
  }

  #trim(): void {
    this.#level.sort((a, b) => this.#compare(a, b))
    this.#level.length = Math.min(this.#level.length, this.#wanted)
    this.#isSorted = true
  }

  #mayBeBetter(begun: readonly ActorIndex[], atMost: number): boolean {
    if (!this.#isSorted) this.#trim()
    if (this.#level.length < this.#wanted) return true
    const last = this.#level.at(-1)
    if (!last) return false
    return atMost > last.events || (atMost === last.events && compareAlong(this.#order.byName, begun, last.actors) <= 0)
  }

  #cut(): void {
    this.isCut = true
    this.isOver = true
  }

  #compare(a: Way, b: Way): number {
    const { byName, byNameAndId } = this.#order
    return (
      b.events - a.events || compareAlong(byName, a.actors, b.actors) || compareAlong(byNameAndId, a.actors, b.actors)
    )
  }

  /** Who may come next with so many steps left, the most promising first. */
  #choicesOf(actor: ActorIndex, left: number): readonly Choice[] {
    const known = (this.#choices[left] ??= new Map())
    let choices = known.get(actor)
    if (!choices) known.set(actor, (choices = this.#weigh(actor, left)))
    return choices
  }

  #weigh(actor: ActorIndex, left: number): readonly Choice[] {
    const after = this.#potentials[left - 1]
    const choices: Choice[] = []
    this.#forEachNear(actor, (other, events) => {
      const most = other === this.#options.from ? undefined : after?.get(other)
      if (most !== undefined) choices.push({ actor: other, events, atMost: events + most })
    })
    return choices.sort((a, b) => b.atMost - a.atMost || compareAlong(this.#order.byNameAndId, [a.actor], [b.actor]))
  }

  #forEachNear(actor: ActorIndex, call: (other: ActorIndex, events: number) => void): void {
    const { start, neighbour, events } = this.#near
    const end = start[actor + 1] as number
    for (let at = start[actor] as number; at < end; at++) call(neighbour[at] as ActorIndex, events[at] as number)
  }
}

/** By the places of the actors, one after the other, as far as the first goes. */
function compareAlong(places: Int32Array, a: readonly ActorIndex[], b: readonly ActorIndex[]): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (places[a[i] as ActorIndex] as number) - (places[b[i] as ActorIndex] as number)
    if (difference !== 0) return difference
  }
  return 0
}
