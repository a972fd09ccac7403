declare const written: unique symbol
/** Cypher that was written as a constant. */
export type CypherText = string & { readonly [written]: true }

/** Takes no substitutions, so that `${...}` inside a statement is a type error: values go in as parameters only. */
export function cypher(text: TemplateStringsArray): CypherText {
  return (text[0] ?? '') as CypherText
}

/** What a parameter takes. Whole numbers arrive as integers. */
export type CypherValue =
  | string
  | number
  | boolean
  | null
  | readonly CypherValue[]
  | { readonly [key: string]: CypherValue }
export type CypherParams = Readonly<Record<string, CypherValue>>

/**
 * A statement that returns rows: one column `row`, a list. `Params` are its `$names`, `Raw` the list as the driver gives it, `Row`
 * what it means.
 */
export interface Read<Params extends CypherParams, Raw extends readonly unknown[], Row> {
  readonly name: string
  readonly text: CypherText
  readonly decode: (raw: Raw) => Row
  /** In a cluster: asked of the member that takes the writes. */
  readonly ofLeader?: true
  /** Never there: it holds the type. */
  readonly params?: (params: Params) => void
}

/** A statement that returns nothing. */
export interface Write<Params extends CypherParams> {
  readonly name: string
  readonly text: CypherText
  /** Never there: it holds the type. */
  readonly params?: (params: Params) => void
}

export type NoParams = Readonly<Record<never, never>>
export type Ids = { readonly ids: readonly string[] }
/** Ids of the imports that are finished: events of others are hidden. */
export type Done = { readonly done: readonly string[] }
/** One object a record. */
export type Rows<R extends CypherParams> = { readonly rows: readonly R[] }
