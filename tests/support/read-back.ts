import type { EventColumns, Row } from '../../server/domain/snapshot.ts'
import type { EventInput } from '../../server/domain/columns/event-input.ts'

/** The event of a row as it was put in; origins are a set, and stand here by name. */
export function readBack(columns: EventColumns, row: Row): EventInput {
  const scope = columns.scope[row] as number
  const code = columns.code[row] as number
  const origins = (set: number) =>
    (columns.originSets[set] ?? []).map((origin) => columns.origins[origin] as string).sort()
  return {
    id: columns.id.get(row),
    actor: columns.actor[row] as number,
    target: columns.target[row] as number,
    earliest: columns.earliest[row] as number,
    latest: columns.latest[row] as number,
    flags: columns.flags[row] as number,
    reported: columns.reported[row] as number,
    kind: columns.kind[row] as number,
    subtype: columns.subtypes[columns.subtype[row] as number] as string,
    stage: columns.stage[row] as number,
    mark: columns.mark[row] as number,
    strength: columns.strength[row] as number,
    scope: scope < 0 ? null : (columns.scopes[scope] as string),
    code: code < 0 ? null : (columns.codes[code] as string),
    collection: columns.collection[row] as number,
    status: columns.status[row] as number,
    origins: origins(columns.originSet[row] as number),
    evidenceCount: columns.evidenceCount[row] as number,
    history: columns.history.get(row) ?? null,
    denials: columns.denials.get(row) ?? null,
    originsSince: columns.originsSince.get(row)?.map((step) => ({ on: step.on, origins: origins(step.set) })) ?? null,
    lastWord: columns.lastWord.get(row) ?? null,
    breaks: columns.breaks.get(row) ?? [],
    restores: columns.restores.get(row) ?? [],
  }
}
