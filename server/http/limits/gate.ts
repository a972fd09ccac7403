import { watchBusy } from './busy.ts'

/** How much is taken on at once. */
export interface GateLimits {
  /** Operations that are carried out at the same time. */
  readonly atOnce: number
  /** The same while the thread is busy. */
  readonly whenBusy: number
  /** Operations that wait for their turn. */
  readonly queue: number
  /** How long one waits, milliseconds. */
  readonly waitMs: number
  /** Of bodies that have come and answers that have not been taken yet, all together. */
  readonly bytes: number
}

export interface GateState {
  readonly inFlight: number
  readonly waiting: number
  /** Since the start. */
  readonly refused: number
  readonly heldBytes: number
}

/**
 * Many may wait for the database at once. But one thread computes: while it is busy, more at once makes every answer come later and
 * none sooner.
 */
export const GATE: GateLimits = { atOnce: 32, whenBusy: 4, queue: 64, waitMs: 2_000, bytes: 64 * 1_048_576 }
/** How soon is looked again whether the thread is still busy, milliseconds. */
const AGAIN_MS = 20
/** Turns of the event loop from one operation to the next while the thread is busy: each takes one new connection at most. */
const TURNS = 32

/** There is no room. `says` is a plain sentence with what to do. */
export class GateFullError extends Error {
  override readonly name = 'GateFullError'
  readonly says = 'The server has as much to do as it can take on. Try again in a moment.'
  constructor() {
    super('There is no room.')
  }
}

/** Lets in what there is room for, in the order of coming, and refuses the rest at once. */
export class Gate {
  readonly #limits: GateLimits
  /** Who waits: called when the turn has come. */
  readonly #waiting = new Set<() => void>()
  #inFlight = 0
  #refused = 0
  #heldBytes = 0
  readonly #isBusy: () => boolean
  #isCalling = false
  #later: NodeJS.Timeout | undefined

  /** @param isBusy whether the thread is. */
  constructor(limits: Partial<GateLimits> = {}, isBusy: () => boolean = watchBusy()) {
    this.#limits = { ...GATE, ...limits }
    this.#isBusy = isBusy
  }

  get state(): GateState {
    return {
      inFlight: this.#inFlight,
      waiting: this.#waiting.size,
      refused: this.#refused,
      heldBytes: this.#heldBytes,
    }
  }

  /** Before anything of a request is read. @throws GateFullError */
  visit(): Visit {
    if (this.#isFull() || this.#heldBytes >= this.#limits.bytes) this.#refuse()
    return new Visit({
      demand: (bytes) => {
        if (this.#heldBytes + bytes > this.#limits.bytes) this.#refuse()
      },
      take: (bytes) => (this.#heldBytes += bytes),
      enter: (signal) => this.#enter(signal),
      leave: () => {
        this.#inFlight--
        this.#call()
      },
    })
  }

  #isFull(): boolean {
    const { atOnce, queue } = this.#limits
    return this.#inFlight + this.#waiting.size >= atOnce + queue
  }

  #refuse(): never {
    this.#refused++
    throw new GateFullError()
  }

  async #enter(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted()
    if (this.#isFull()) this.#refuse()
    const { promise: called, resolve, reject } = Promise.withResolvers<void>()
    const giveUp = (): void => reject(signal.reason as Error)
    const timer = setTimeout(() => reject(new GateFullError()), this.#limits.waitMs)
    signal.addEventListener('abort', giveUp)
    this.#waiting.add(resolve)
    this.#call()
    try {
      await called
    } catch (error) {
      if (error instanceof GateFullError) this.#refused++
      throw error
    } finally {
      this.#waiting.delete(resolve)
      clearTimeout(timer)
      signal.removeEventListener('abort', giveUp)
    }
  }

  /**
   * Calls in one who waits. At most one in each turn of the event loop: operations that wait for no other process would follow each
   * other without end, and nobody would read the sockets.
   */
  #call(): void {
    const { atOnce, whenBusy } = this.#limits
    if (this.#isCalling || this.#waiting.size === 0 || this.#inFlight >= atOnce) return
    clearTimeout(this.#later)
    if (this.#inFlight >= whenBusy && this.#isBusy()) {
      // Whoever leaves calls the next, but by then they may all be waiting for the database.
      this.#later = setTimeout(() => this.#call(), AGAIN_MS)
      return
    }
    this.#isCalling = true
    let turns = this.#isBusy() ? TURNS : 1
    const turn = (): void => {
      if (--turns > 0) return void setImmediate(turn)
      this.#isCalling = false
      const [first] = this.#waiting
      if (first && this.#inFlight < atOnce) {
        this.#waiting.delete(first)
        this.#inFlight++
        first()
      }
      this.#call()
    }
    setImmediate(turn)
  }
}

interface Room {
  readonly demand: (bytes: number) => void
  readonly take: (bytes: number) => void
  readonly enter: (signal: AbortSignal) => Promise<void>
  readonly leave: () => void
}

/** One request on its way through the gate. Whatever becomes of it, `leave` is called. */
export class Visit {
  readonly #room: Room
  #bytes = 0
  #isIn = false
  #hasLeft = false

  constructor(room: Room) {
    this.#room = room
  }

  /** So many bytes more have come. @throws GateFullError */
  hold(bytes: number): void {
    if (this.#hasLeft) return
    this.#room.demand(bytes)
    this.#take(bytes)
  }

  /** Waits for a place. @throws GateFullError, and the signal's reason. */
  async enter(signal: AbortSignal): Promise<void> {
    await this.#room.enter(signal)
    this.#isIn = true
    if (this.#hasLeft) this.#free()
  }

  /** The work is done: the place is another's. An answer of so many bytes is held until it has been taken. */
  answered(bytes: number): void {
    this.#free()
    if (!this.#hasLeft) this.#take(bytes - this.#bytes)
  }

  /** Gives everything back. Calling it again does nothing. */
  leave(): void {
    this.#hasLeft = true
    this.#free()
    this.#take(-this.#bytes)
  }

  #free(): void {
    if (this.#isIn) this.#room.leave()
    this.#isIn = false
  }

  #take(bytes: number): void {
    this.#room.take(bytes)
    this.#bytes += bytes
  }
}
