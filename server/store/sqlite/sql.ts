/** What a column holds or a parameter takes. */
export type SqlValue = string | number | null
export type SqlParams = Readonly<Record<string, SqlValue>>
export type SqlRow = readonly SqlValue[]

declare const written: unique symbol
/** SQL that was written as a constant. */
export type SqlText = string & { readonly [written]: true }

/** Takes no substitutions, so that `${...}` inside a statement is a type error: values go in as parameters only. */
export function sql(text: TemplateStringsArray): SqlText {
  return (text[0] ?? '') as SqlText
}

/** A statement that returns rows. `Params` are its `@names`, `Raw` the columns as SQLite gives them, `Row` what they mean. */
export interface Read<Params extends SqlParams, Raw extends SqlRow, Row> {
  readonly name: string
  readonly text: SqlText
  readonly decode: (raw: Raw) => Row
  /** Never there: it holds the type. */
  readonly params?: (params: Params) => void
}

/** A statement that returns nothing. */
export interface Write<Params extends SqlParams> {
  readonly name: string
  readonly text: SqlText
  /** Never there: it holds the type. */
  readonly params?: (params: Params) => void
}

export type NoParams = Readonly<Record<never, never>>

/** A list as one parameter, for `json_each`. */
export function list(values: Iterable<SqlValue | readonly SqlValue[]>): string {
  return JSON.stringify([...values])
}
