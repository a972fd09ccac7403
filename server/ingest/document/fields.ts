import { parseDay, type Day } from '../../domain/days.ts'

/** What is wrong with a value of a document. */
export class ValueFault extends Error {
  override readonly name = 'ValueFault'
  /** `history[0].on` */
  readonly path: string
  readonly says: string
  constructor(path: string, says: string) {
    super(`${path}: ${says}`)
    this.path = path
    this.says = says
  }
}

/** Characters of a text. */
const LONGEST = 100_000
const MOST = 1_000_000

/** The fields of an object of a document, each taken once; what is left over is a fault. */
export class Fields {
  readonly #value: Readonly<Record<string, unknown>>
  readonly #path: string
  readonly #left: Set<string>

  /** @throws ValueFault where the value is no object */
  constructor(value: unknown, path: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new ValueFault(path, 'This is to be an object.')
    this.#value = value as Readonly<Record<string, unknown>>
    this.#path = path
    this.#left = new Set(Object.keys(value))
  }

  text(name: string): string {
    const value = this.#take(name)
    if (typeof value !== 'string' || value === '') throw this.#fault(name, 'a text')
    if (value.length > LONGEST || !value.isWellFormed())
      throw this.#fault(name, `a text of whole characters, ${LONGEST} at most`)
    return value
  }

  textOrNull(name: string): string | null {
    return this.#isNull(name) ? null : this.text(name)
  }

  /** A text that may be empty. */
  anyText(name: string): string {
    if (this.#value[name] !== '') return this.text(name)
    this.#left.delete(name)
    return ''
  }

  bool(name: string): boolean {
    const value = this.#take(name)
    if (typeof value !== 'boolean') throw this.#fault(name, 'true or false')
    return value
  }

  number(name: string, from: number, to: number): number {
    const value = this.#take(name)
    if (typeof value !== 'number' || !(value >= from && value <= to))
      throw this.#fault(name, `a number from ${from} to ${to}`)
    return value
  }

  numberOrNull(name: string, from: number, to: number): number | null {
    return this.#isNull(name) ? null : this.number(name, from, to)
  }

  word<W extends string>(name: string, words: readonly W[]): W {
    const value = this.#take(name)
    const found = words.find((word) => word === value)
    if (found === undefined) throw this.#fault(name, `one of ${words.join(', ')}`)
    return found
  }

  day(name: string): Day {
    const value = this.#take(name)
    const day = typeof value === 'string' ? parseDay(value) : null
    if (day === null) throw this.#fault(name, 'a day, such as 2025-11-11')
    return day
  }

  dayOrNull(name: string): Day | null {
    return this.#isNull(name) ? null : this.day(name)
  }

  list<T>(name: string, read: (value: unknown, path: string) => T): readonly T[] {
    const value = this.#take(name)
    if (!Array.isArray(value) || value.length > MOST) throw this.#fault(name, 'a list')
    return value.map((each, at) => read(each, `${this.#at(name)}[${at}]`))
  }

  texts(name: string): readonly string[] {
    return this.list(name, (value, path) => {
      if (typeof value !== 'string' || value === '' || value.length > LONGEST || !value.isWellFormed())
        throw new ValueFault(path, 'This is to be a text.')
      return value
    })
  }

  orNull<T>(name: string, read: (value: unknown, path: string) => T): T | null {
    return this.#isNull(name) ? null : read(this.#take(name), this.#at(name))
  }

  any(name: string): unknown {
    return this.#take(name)
  }

  has(name: string): boolean {
    return Object.hasOwn(this.#value, name)
  }

  /** @throws ValueFault where a field was not taken */
  end(): void {
    const [name] = this.#left
    if (name !== undefined) throw new ValueFault(this.#at(name.slice(0, 60)), 'There is no such field.')
  }

  #isNull(name: string): boolean {
    if (!this.has(name) || this.#value[name] !== null) return false
    this.#left.delete(name)
    return true
  }

  #take(name: string): unknown {
    if (!this.has(name)) throw new ValueFault(this.#at(name), 'This field is missing.')
    this.#left.delete(name)
    return this.#value[name]
  }

  #at(name: string): string {
    return this.#path === '' ? name : `${this.#path}.${name}`
  }

  #fault(name: string, what: string): ValueFault {
    return new ValueFault(this.#at(name), `This is to be ${what}.`)
  }
}
