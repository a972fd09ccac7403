import type { CypherParams, CypherText, CypherValue, Read, Write } from '../cypher.ts'
import { actorIds, createActors } from '../queries/actors.ts'
import { collectionIds, writeCollections } from '../queries/collections.ts'
import { countRemoved } from '../queries/removed.ts'
import { sourceIds, writeSources } from '../queries/sources.ts'
import { raiseVersion, takeRefs } from '../queries/version.ts'
import type { Transaction } from '../run.ts'
import { literal } from './literal.ts'

/** Statements whose rows have ids that later statements look for. */
const MADE: Readonly<Record<string, string>> = {
  [createActors.name]: actorIds.name,
  [writeCollections.name]: collectionIds.name,
  [writeSources.name]: sourceIds.name,
}

/** A transaction on a database that was empty: what is written is noted as text, and what is read is what was written before. */
export class Recorder implements Transaction {
  readonly #made = new Map(Object.values(MADE).map((name) => [name, new Set<string>()]))
  #statements: string[] = []
  #version = 0
  #lastRef = 0

  /** What was noted since it was taken last. */
  take(): readonly string[] {
    const taken = this.#statements
    this.#statements = []
    return taken
  }

  all<P extends CypherParams, Raw extends readonly unknown[], Row>(
    query: Read<P, Raw, Row>,
    params: P,
  ): Promise<Row[]> {
    const rows = this.#answer(query.name, query.text, params)
    return Promise.resolve(rows.map((row) => query.decode(row as unknown as Raw)))
  }

  run<P extends CypherParams>(statement: Write<P>, params: P): Promise<void> {
    this.#note(statement.text, params)
    const made = this.#made.get(MADE[statement.name] ?? '')
    if (made) for (const { id } of params['rows'] as readonly { readonly id: string }[]) made.add(id)
    return Promise.resolve()
  }

  #answer(name: string, text: CypherText, params: CypherParams): readonly (readonly unknown[])[] {
    const made = this.#made.get(name)
    if (made) return (params['ids'] as readonly string[]).filter((id) => made.has(id)).map((id) => [id])
    switch (name) {
      case raiseVersion.name:
        this.#note(text, params)
        return [[++this.#version]]
      case takeRefs.name:
        this.#note(text, params)
        return [[(this.#lastRef += Number(params['many']))]]
      case countRemoved.name:
        return [[0]]
      default:
        return []
    }
  }

  #note(text: CypherText, params: CypherParams): void {
    this.#statements.push(inlined(text, params))
  }
}

/** The statement with its parameters in their places, and nothing else changed. */
export function inlined(text: CypherText, params: CypherParams): string {
  return text.trim().replaceAll(/\$([A-Za-z]\w*)/g, (_, name: string) => literal(params[name] as CypherValue))
}
