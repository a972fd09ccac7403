import type { Day } from '../../../domain/days.ts'
import { parseEdtf, toFlags } from '../../../domain/edtf.ts'

/** Distinct texts that are remembered, before all are forgotten: more would be a file of nothing but names. */
const MOST_REMEMBERED = 1_000_000

export interface Days {
  readonly earliest: Day
  readonly latest: Day
  readonly flags: number
}

/** What batches of one import have found out about the file, so that the next one need not ask again. */
export class ImportSession {
  /** Of actors by id: true while the store stands at this version. */
  readonly actors = new Map<string, number>()
  /** Words never go. */
  readonly words = new Map<string, number>()
  readonly #days = new Map<string, Days>()
  #version = -1

  /** Actors may have gone since, where somebody else has written. */
  at(version: number): void {
    if (version !== this.#version) this.actors.clear()
    this.#version = version
    for (const map of [this.actors, this.words, this.#days]) if (map.size > MOST_REMEMBERED) map.clear()
  }

  /** @throws EdtfError */
  daysOf(occurred: string): Days {
    let days = this.#days.get(occurred)
    if (!days) {
      const occurrence = parseEdtf(occurred)
      days = { earliest: occurrence.earliest, latest: occurrence.latest, flags: toFlags(occurrence) }
      this.#days.set(occurred, days)
    }
    return days
  }
}
