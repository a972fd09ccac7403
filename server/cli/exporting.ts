import { coerceInputValue, isInputType, type GraphQLSchema } from 'graphql'
import { formatDay } from '../domain/days.ts'
import { select } from '../domain/select.ts'
import type { Level } from '../domain/words.ts'
import { gather } from '../egress/gather.ts'
import type { Format, Outgoing } from '../egress/outgoing.ts'
import type { Export, Exporter } from '../http/exports/endpoint.ts'
import type { Asking } from '../http/yoga.ts'
import type { RequestContext } from '../graphql/context.ts'
import { ArgumentError } from '../graphql/errors.ts'
import { readFilter } from '../graphql/filter.ts'
import type { EventFilter } from '../graphql/generated/schema.ts'
import { EXPORT_FORMATS } from './export-formats.ts'

/** What is to leave, as it was asked for. */
export interface ExportAsk {
  readonly format: string
  /** EventFilter of the schema, as JSON. */
  readonly filter: Readonly<Record<string, unknown>>
  readonly level: Level
}

/** Of the view, and not of events in it. */
const OF_VIEW = ['asKnownOn', 'collections']

/**
 * What leaves of what was asked for. Nothing but what answers hold anyway is read before the format is written.
 * @throws ArgumentError
 */
export async function exportOf(schema: GraphQLSchema, context: RequestContext, ask: ExportAsk): Promise<Export> {
  const format = formatOf(ask.format)
  const { view, criteria } = await readFilter(context, filterOf(schema, ask.filter))
  const rows = select(view, criteria, { level: ask.level, purpose: 'LIST' })
  const onlyNamed = Object.keys(ask.filter).some((name) => !OF_VIEW.includes(name))
  const outgoing = await gather({ view, rows, filter: ask.filter, onlyNamed, store: context.store })
  return { format, outgoing, fileName: fileNameOf(format, outgoing) }
}

/** For who asks over HTTP. */
export function createExporter(schema: GraphQLSchema, createContext: (asking: Asking) => RequestContext): Exporter {
  return async (asking, { format, filter, level }) =>
    exportOf(schema, createContext(asking), { format, filter: parseFilter(filter), level: parseLevel(level) })
}

/** @throws ArgumentError */
export function formatOf(name: string): Format {
  const format = EXPORT_FORMATS.find((each) => each.name === name)
  if (format) return format
  const there = EXPORT_FORMATS.map((each) => each.name).join(', ')
  throw new ArgumentError('format', `format: there is no ${JSON.stringify(name)}. There are: ${there}.`)
}

/** @throws ArgumentError */
export function parseFilter(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw new ArgumentError(
    'filter',
    'filter: give an EventFilter of the schema as JSON, such as {"kinds":["SUSPENSION"]}.',
  )
}

/** @throws ArgumentError */
export function parseLevel(text: string): Level {
  if (text === 'ACTOR' || text === 'TOP') return text
  throw new ArgumentError('level', `level is ACTOR or TOP; it was ${JSON.stringify(text)}.`)
}

/** Read by the schema's own rules. @throws ArgumentError */
function filterOf(schema: GraphQLSchema, filter: ExportAsk['filter']): EventFilter {
  const type = schema.getType('EventFilter')
  if (!isInputType(type)) throw new Error('The schema has no EventFilter.')
  return coerceInputValue(filter, type, (path, _, error) => {
    const argument = ['filter', ...path].join('.')
    throw new ArgumentError(argument, `${argument}: ${error.message}`)
  }) as EventFilter
}

function fileNameOf({ extension }: Format, { collections, knownOn }: Outgoing): string {
  const [only, other] = collections
  const stem = only && !other ? only.id : 'entente'
  return `${stem}${knownOn === null ? '' : `-${formatDay(knownOn)}`}.${extension}`
}
