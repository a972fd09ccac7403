import type { Day } from '../../domain/days.ts'
import type { EventRecord } from '../../domain/records.ts'
import type { Meaning } from '../meaning/meaning.ts'

/**
 * Events as they go from one thread to another: numbers in arrays, and each text that repeats once. Several times quicker to hand over
 * than the records themselves.
 */
export interface PackedEvents {
  readonly ids: readonly string[]
  readonly words: readonly string[]
  readonly meanings: readonly Meaning[]
  /** Six numbers an event: actor, target, their names as written, when, publisher (0: none, else one more), all of them in `words`. */
  readonly refs: Uint32Array
  readonly meaning: Uint32Array
  readonly reported: Int32Array
  readonly mirror: Uint8Array
  readonly locators: readonly (string | null)[]
  readonly summaries: readonly (string | null)[] | null
  /** Where each stands: file and line. */
  readonly file: Uint16Array
  readonly line: Uint32Array
  /** 1: told by rows together, and no row by itself. */
  readonly made: Uint8Array
}

const REFS = 6

export interface NewEvent {
  readonly id: string
  readonly actor: string
  readonly target: string
  readonly actorName: string
  readonly targetName: string
  readonly occurred: string
  readonly publisher: string | null
  readonly meaning: Meaning
  readonly reported: Day
  readonly mirror: boolean
  readonly locator: string | null
  readonly summary: string | null
  readonly file: number
  readonly line: number
  readonly made: boolean
}

/** Gathers events until they are taken. */
export class Packer {
  readonly #most: number
  #size = 0
  #ids: string[] = []
  #words = new Map<string, number>()
  #meanings = new Map<Meaning, number>()
  #refs: Uint32Array<ArrayBuffer>
  #meaning: Uint32Array<ArrayBuffer>
  #reported: Int32Array<ArrayBuffer>
  #mirror: Uint8Array<ArrayBuffer>
  #file: Uint16Array<ArrayBuffer>
  #line: Uint32Array<ArrayBuffer>
  #made: Uint8Array<ArrayBuffer>
  #locators: (string | null)[] = []
  #summaries: (string | null)[] | null = null

  /** @param most how many events it takes at most before they are taken. */
  constructor(most: number) {
    this.#most = most
    this.#refs = new Uint32Array(most * REFS)
    this.#meaning = new Uint32Array(most)
    this.#reported = new Int32Array(most)
    this.#mirror = new Uint8Array(most)
    this.#file = new Uint16Array(most)
    this.#line = new Uint32Array(most)
    this.#made = new Uint8Array(most)
  }

  get size(): number {
    return this.#size
  }

  get isFull(): boolean {
    return this.#size >= this.#most
  }

  add(event: NewEvent): void {
    const at = this.#size++
    const ref = at * REFS
    this.#ids.push(event.id)
    this.#refs[ref] = this.#word(event.actor)
    this.#refs[ref + 1] = this.#word(event.target)
    this.#refs[ref + 2] = this.#word(event.actorName)
    this.#refs[ref + 3] = this.#word(event.targetName)
    this.#refs[ref + 4] = this.#word(event.occurred)
    this.#refs[ref + 5] = event.publisher === null ? 0 : this.#word(event.publisher) + 1
    this.#meaning[at] = this.#meaningRef(event.meaning)
    this.#reported[at] = event.reported
    this.#mirror[at] = event.mirror ? 1 : 0
    this.#file[at] = event.file
    this.#line[at] = event.line
    this.#made[at] = event.made ? 1 : 0
    this.#locators.push(event.locator)
    if (event.summary !== null && this.#summaries === null) this.#summaries = this.#ids.slice(1).map(() => null)
    this.#summaries?.push(event.summary)
  }

  /** What was gathered; it begins anew. */
  take(): PackedEvents {
    const size = this.#size
    const packed = {
      ids: this.#ids,
      words: [...this.#words.keys()],
      meanings: [...this.#meanings.keys()],
      refs: this.#refs.slice(0, size * REFS),
      meaning: this.#meaning.slice(0, size),
      reported: this.#reported.slice(0, size),
      mirror: this.#mirror.slice(0, size),
      locators: this.#locators,
      summaries: this.#summaries,
      file: this.#file.slice(0, size),
      line: this.#line.slice(0, size),
      made: this.#made.slice(0, size),
    }
    this.#size = 0
    this.#ids = []
    this.#words = new Map()
    this.#meanings = new Map()
    this.#locators = []
    this.#summaries = null
    return packed
  }

  #word(text: string): number {
    const known = this.#words.get(text)
    if (known !== undefined) return known
    const ref = this.#words.size
    this.#words.set(text, ref)
    return ref
  }

  #meaningRef(meaning: Meaning): number {
    const known = this.#meanings.get(meaning)
    if (known !== undefined) return known
    const ref = this.#meanings.size
    this.#meanings.set(meaning, ref)
    return ref
  }
}

/** The memory of a packed batch that is handed over and not copied. */
export function buffersOf(packed: PackedEvents): readonly ArrayBuffer[] {
  const { refs, meaning, reported, mirror, file, line, made } = packed
  return [refs, meaning, reported, mirror, file, line, made].map((each) => each.buffer as ArrayBuffer)
}

const NONE: readonly never[] = []

/** The events as records of the collection. */
export function unpack(packed: PackedEvents, collection: string): EventRecord[] {
  const { ids, words, meanings, refs } = packed
  const word = (at: number): string => words[refs[at] as number] as string
  return ids.map((id, at) => {
    const meaning = meanings[packed.meaning[at] as number] as Meaning
    const ref = at * REFS
    const publisher = refs[ref + 5] as number
    return {
      id,
      collection,
      actor: word(ref),
      target: word(ref + 1),
      kind: meaning.kind,
      subtype: meaning.subtype,
      stage: meaning.stage,
      strength: meaning.strength,
      mark: meaning.mark,
      scope: meaning.scope,
      summary: packed.summaries?.[at] ?? null,
      occurred: word(ref + 4),
      history: NONE,
      breaks: NONE,
      restores: NONE,
      evidence: NONE,
      coded: {
        code: meaning.code,
        system: meaning.system,
        goldstein: meaning.goldstein,
        actorName: word(ref + 2),
        targetName: word(ref + 3),
        publisher: publisher === 0 ? null : (words[publisher - 1] as string),
        locator: packed.locators[at] ?? null,
        reported: packed.reported[at] as number,
        mirror: packed.mirror[at] === 1,
      },
    }
  })
}
