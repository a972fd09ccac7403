import type { Day } from '../../domain/days.ts'

/** Characters of any one text. */
export const LONGEST_TEXT = 20_000

/** What may stand at one place of a case file: the one description that files are read by and that editors complete from. */
export type Shape =
  | { readonly is: 'text' | 'id' | 'reference' | 'edtf' | 'day' | 'url' | 'flag' }
  | NumberShape
  | WordShape
  | ListShape
  | RecordShape

export interface NumberShape {
  readonly is: 'number'
  readonly least: number
  readonly most: number
  readonly whole: boolean
}

export interface WordShape<W extends string = string> {
  readonly is: 'word'
  readonly of: readonly W[]
}

export interface ListShape<I extends Shape = Shape> {
  readonly is: 'list'
  readonly of: I
  /** Items at most; null: as many as there are. */
  readonly most: number | null
}

export type Fields = Readonly<Record<string, Field>>

export interface RecordShape<F extends Fields = Fields> {
  readonly is: 'record'
  /** What it is called in a message: `an event`. */
  readonly called: string
  readonly fields: F
}

export interface Field<S extends Shape = Shape, R extends boolean = boolean> {
  readonly shape: S
  readonly required: R
  /** What to write there, as editors show it. */
  readonly says: string
}

/** The value of what was read. A day is a `Day`. */
export type ValueOf<S extends Shape> = S extends { readonly is: 'text' | 'id' | 'reference' | 'edtf' | 'url' }
  ? string
  : S extends { readonly is: 'day' }
    ? Day
    : S extends { readonly is: 'flag' }
      ? boolean
      : S extends { readonly is: 'number' }
        ? number
        : S extends WordShape<infer W>
          ? W
          : S extends ListShape<infer I>
            ? readonly (ValueOf<I> | undefined)[]
            : S extends RecordShape<infer F>
              ? { readonly [K in keyof F]: FieldValue<F[K]> }
              : never

/** `null`: left out. `undefined`: there is a problem, which has been told. */
export type FieldValue<F extends Field> =
  F extends Field<infer S, infer R> ? ValueOf<S> | undefined | (R extends true ? never : null) : never

export const text = { is: 'text' } as const
export const id = { is: 'id' } as const
export const reference = { is: 'reference' } as const
export const edtf = { is: 'edtf' } as const
export const day = { is: 'day' } as const
export const url = { is: 'url' } as const
export const flag = { is: 'flag' } as const

export function number(least: number, most: number, whole: boolean): NumberShape {
  return { is: 'number', least, most, whole }
}

export function word<const W extends string>(of: readonly W[]): WordShape<W> {
  return { is: 'word', of }
}

export function list<const I extends Shape>(of: I, most: number | null = null): ListShape<I> {
  return { is: 'list', of, most }
}

export function record<const F extends Fields>(called: string, fields: F): RecordShape<F> {
  return { is: 'record', called, fields }
}

export function required<const S extends Shape>(shape: S, says: string): Field<S, true> {
  return { shape, required: true, says }
}

export function optional<const S extends Shape>(shape: S, says: string): Field<S, false> {
  return { shape, required: false, says }
}
