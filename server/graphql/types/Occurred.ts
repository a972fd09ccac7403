import { BEFORE_ALL, formatDay, isDay, toDate } from '../../domain/days.ts'
import { FLAG } from '../../domain/snapshot.ts'
import type { OccurredResolvers } from '../generated/schema.ts'
import type { EventModel } from '../models.ts'

export const Occurred: OccurredResolvers = {
  edtf: async (model, _, { eventDetails }) => {
    const { view, row } = model
    return (await eventDetails.load(view.snapshot.events.id.get(row)))?.occurred ?? rewritten(model)
  },
  earliest: ({ view, row }) => toDate(view.snapshot.events.earliest[row] ?? BEFORE_ALL),
  latest: ({ view, row }) => toDate(view.snapshot.events.latest[row] ?? BEFORE_ALL),
  extent: (model) => (has(model, FLAG.THROUGHOUT) ? 'THROUGHOUT' : 'ONE_DAY'),
  openStart: (model) => has(model, FLAG.OPEN_START),
  openEnd: (model) => has(model, FLAG.OPEN_END),
}

function has({ view, row }: EventModel, flag: number): boolean {
  return ((view.snapshot.events.flags[row] ?? 0) & flag) !== 0
}

/** The same days in EDTF, for an event whose record went after the columns were read. */
function rewritten(model: EventModel): string {
  const { events } = model.view.snapshot
  const earliest = events.earliest[model.row] as number
  const latest = events.latest[model.row] as number
  if (has(model, FLAG.THROUGHOUT)) {
    const start = has(model, FLAG.OPEN_START) ? '..' : ''
    const end = has(model, FLAG.OPEN_END) ? '..' : ''
    return `${isDay(earliest) ? formatDay(earliest) : start}/${isDay(latest) ? formatDay(latest) : end}`
  }
  return earliest === latest ? formatDay(earliest) : `[${formatDay(earliest)}..${formatDay(latest)}]`
}
