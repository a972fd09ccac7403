/** Of the table, how full it may become before it grows, and by how much it grows: at most 16 bytes a key. */
const FULL = 0.86
const GROWTH = 1.4
const FEWEST = 1024
/** What one byte counts; more stand in a map. */
const MOST = 255

/** Counts how often each of millions of keys of 64 bits was seen, in 9 bytes a place. */
export class SeenKeys {
  #high = new Uint32Array(FEWEST)
  #low = new Uint32Array(FEWEST)
  /** 0: the place is free. */
  #times = new Uint8Array(FEWEST)
  #size = 0
  readonly #often = new Map<number, number>()

  get size(): number {
    return this.#size
  }

  /** Of the table, without what is seen more than 255 times. */
  get bytes(): number {
    return this.#times.length * 9
  }

  /** How often it was seen, this time too. */
  see(high: number, low: number): number {
    if (this.#size >= this.#times.length * FULL) this.#grow()
    const place = this.#placeOf(high, low)
    const times = this.#times[place] as number
    if (times === MOST) return this.#seeOften(place)
    if (times === 0) {
      this.#high[place] = high
      this.#low[place] = low
      this.#size++
    }
    this.#times[place] = times + 1
    return times + 1
  }

  #seeOften(place: number): number {
    // Places change when the table grows; the key does not.
    const key = (this.#high[place] as number) * 0x20_0000 + ((this.#low[place] as number) >>> 11)
    const times = (this.#often.get(key) ?? MOST) + 1
    this.#often.set(key, times)
    return times
  }

  /** Where a key stands, or the free place where it would. */
  #placeOf(high: number, low: number): number {
    const length = this.#times.length
    let place = Math.floor((low / 0x1_0000_0000) * length)
    while (this.#times[place] !== 0 && (this.#low[place] !== low || this.#high[place] !== high)) {
      place = place + 1 === length ? 0 : place + 1
    }
    return place
  }

  #grow(): void {
    const [high, low, times] = [this.#high, this.#low, this.#times]
    const length = Math.ceil(times.length * GROWTH)
    this.#high = new Uint32Array(length)
    this.#low = new Uint32Array(length)
    this.#times = new Uint8Array(length)
    for (let at = 0; at < times.length; at++) {
      if (times[at] === 0) continue
      const place = this.#placeOf(high[at] as number, low[at] as number)
      this.#high[place] = high[at] as number
      this.#low[place] = low[at] as number
      this.#times[place] = times[at] as number
    }
  }
}
