import { SUBTYPES } from '../../domain/subtypes.ts'
import { ID_PATTERN, LONGEST_ID } from './ids.ts'
import { actorsShape, affiliationsShape, caseShape, coordinate, eventsShape, FILES, sourcesShape } from './layout.ts'
import { LONGEST_TEXT, type Field, type Shape } from './shape.ts'

type Schema = Readonly<Record<string, unknown>>

const ID = { type: 'string', pattern: ID_PATTERN, maxLength: LONGEST_ID }

/** The name of the schema of a file: `events.schema.json` for `events.yaml`. */
export function schemaFileOf(file: string): string {
  return file.replace(/\.yaml$/, '.schema.json')
}

/** JSON Schemas (draft 7, which editors of YAML take) of the files of a case, by file name. */
export function caseSchemas(): ReadonlyMap<string, Schema> {
  const points = {
    type: ['object', 'null'],
    description:
      'Where actors stand on the canvas, 0 to 100 from left to right and from top to bottom: "uk: [10, 40]".',
    propertyNames: ID,
    additionalProperties: { type: 'array', items: toSchema(coordinate), minItems: 2, maxItems: 2 },
  }
  return new Map<string, Schema>([
    [FILES.case, titled('The case', toSchema(caseShape))],
    [FILES.actors, titled('Actors of a case', orEmpty(toSchema(actorsShape)))],
    [FILES.affiliations, titled('Affiliations of a case', orEmpty(toSchema(affiliationsShape)))],
    [FILES.sources, titled('Sources of a case', orEmpty(toSchema(sourcesShape)))],
    [FILES.events, titled('Events of a case', orEmpty(withSubtypes(toSchema(eventsShape))))],
    [FILES.positions, titled('Positions of a case', points)],
  ])
}

function titled(title: string, schema: Schema): Schema {
  return { $schema: 'http://json-schema.org/draft-07/schema#', title, ...schema }
}

/** An empty file is an empty list. */
function orEmpty(schema: Schema): Schema {
  return { ...schema, type: ['array', 'null'] }
}

function toSchema(shape: Shape): Schema {
  switch (shape.is) {
    case 'text':
      return { type: ['string', 'number', 'boolean'], pattern: '\\S', maxLength: LONGEST_TEXT }
    case 'id':
      return ID
    case 'reference':
      return { type: ['string', 'integer'] }
    case 'edtf':
      return { type: ['string', 'integer', 'array'], items: { type: 'string' }, minItems: 1, maxItems: 1 }
    case 'day':
      return { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
    case 'url':
      return { type: 'string', pattern: '^[Hh][Tt][Tt][Pp][Ss]?://\\S+$' }
    case 'flag':
      return { type: 'boolean' }
    case 'number':
      return { type: shape.whole ? 'integer' : 'number', minimum: shape.least, maximum: shape.most }
    case 'word':
      return { type: 'string', enum: shape.of }
    case 'list':
      return { type: 'array', items: toSchema(shape.of), ...(shape.most === null ? {} : { maxItems: shape.most }) }
    case 'record':
      return {
        type: 'object',
        additionalProperties: false,
        required: Object.keys(shape.fields).filter((name) => shape.fields[name]?.required),
        properties: Object.fromEntries(Object.entries(shape.fields).map(([name, field]) => [name, toProperty(field)])),
      }
  }
}

/** A field that may be left out may also be left empty. */
function toProperty({ shape, required, says }: Field): Schema {
  const schema = toSchema(shape)
  if (required) return { description: says, ...schema }
  const { type, enum: words } = schema
  return {
    description: says,
    ...schema,
    type: [...(Array.isArray(type) ? (type as string[]) : [type as string]), 'null'],
    ...(Array.isArray(words) ? { enum: [...(words as string[]), null] } : {}),
  }
}

/** Completes the subtypes of the kind that is written. */
function withSubtypes(events: Schema): Schema {
  const allOf = Object.entries(SUBTYPES).map(([kind, subtypes]) => ({
    if: { properties: { kind: { const: kind } }, required: ['kind'] },
    then: { properties: { subtype: { enum: Object.keys(subtypes) } } },
  }))
  return { ...events, items: { ...(events['items'] as Schema), allOf } }
}
