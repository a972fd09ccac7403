import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'

/** A request as a client sends it. */
export interface RandomDocument {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** What may be named in it, so that it finds something. */
export interface Words {
  readonly actors: readonly string[]
  readonly collections: readonly string[]
  readonly events: readonly string[]
  readonly days: readonly string[]
}

export interface RandomOptions {
  /** How often something is written that is not valid, from 0 to 1 for each field. */
  readonly spoilt?: number
  /** Names of root fields that are not asked for. */
  readonly without?: readonly string[]
  /** Enum values that are not given. */
  readonly never?: readonly string[]
  readonly mutation?: boolean
}

/** A value as a literal, and as JSON. */
interface Value {
  readonly literal: string
  readonly json: unknown
}

const DEEPEST = 8
const SIZES = [1, 2, 3, 5, 50, 100]
const UNUSUAL_SIZES = [500, 1000, 5000, 0, -1, 2_147_483_647]
/** Arguments that are seldom right by chance. */
const SELDOM = ['after', 'ifVersion', 'minOrigins', 'maxOrigins', 'occurredUntil', 'reportedUntil', 'until']

/**
 * A random operation over a schema: fields, arguments of every form (literals, variables, defaults, input objects, and variables in
 * them), aliases, directives, fragments named and inline. Valid unless it is spoilt.
 */
export function randomDocument(
  schema: GraphQLSchema,
  random: () => number,
  words: Words,
  options: RandomOptions = {},
): RandomDocument {
  const root = options.mutation ? schema.getMutationType() : schema.getQueryType()
  if (!root) throw new RangeError('The schema has no such root.')
  return new Writing(random, words, options).operation(root, options.mutation ? 'mutation' : 'query')
}

class Writing {
  readonly #random: () => number
  readonly #words: Words
  readonly #options: RandomOptions
  readonly #definitions: string[] = []
  readonly #variables: Record<string, unknown> = {}
  readonly #fragments: { readonly name: string; readonly type: string; readonly depth: number; text: string }[] = []
  /** What is asked for grows no further when this is used up. */
  #fields = 60
  #names = 0

  constructor(random: () => number, words: Words, options: RandomOptions) {
    this.#random = random
    this.#words = words
    this.#options = options
  }

  operation(root: GraphQLObjectType, kind: string): RandomDocument {
    const body = this.#selection(root, 1 + this.#below(DEEPEST))
    const name = this.#one(['', 'A', '__schema', 'Query'])
    if (this.#spoils()) this.#definitions.push('$unused: Int')
    const definitions = this.#definitions.length > 0 ? `(${this.#definitions.join(', ')})` : ''
    const head = name === '' && definitions === '' && kind === 'query' ? '' : `${kind} ${name}${definitions}`
    const fragments = this.#fragments.map((each) => `fragment ${each.name} on ${each.type} ${each.text}`)
    return { query: [`${head} ${body}`, ...fragments].join('\n'), variables: this.#variables }
  }

  #selection(type: GraphQLObjectType, depth: number): string {
    const all = Object.values(type.getFields()).filter(
      (field) => !this.#options.without?.includes(field.name) && (depth > 0 || !isObjectType(getNamedType(field.type))),
    )
    const count = 1 + this.#below(depth > DEEPEST - 3 ? 3 : 4)
    const chosen = Array.from({ length: all.length > 0 ? count : 0 }, () => this.#one(all))
    // Two fields of one name have one answer only where they are asked the same, so each has a name of its own.
    const used = new Set<string>()
    const texts = chosen.flatMap((field) => {
      if (used.has(field.name) && !this.#spoils()) return []
      used.add(field.name)
      return [this.#field(field, depth)]
    })
    if (texts.length === 0 || this.#sometimes(0.1)) texts.push('__typename')
    if (this.#sometimes(0.1))
      texts.push(this.#sometimes(0.5) ? `... { ${texts[0]} }` : `... on ${type.name} { ${texts[0]} }`)
    if (this.#sometimes(0.15)) texts.push(`...${this.#fragment(type, depth)}${this.#directive()}`)
    if (this.#spoils())
      texts.push(this.#one(['nothing', '...Nothing', '... on Nothing { id }', 'id { id }', '{', '$', '__schema']))
    return `{ ${texts.join(' ')} }`
  }

  #fragment(type: GraphQLObjectType, depth: number): string {
    const known = this.#fragments.find((each) => each.type === type.name && each.depth <= depth && each.text !== '')
    if (known) return known.name
    const fragment = { name: `F${this.#fragments.length}`, type: type.name, depth, text: '' }
    this.#fragments.push(fragment)
    fragment.text = this.#selection(type, depth - 1)
    return fragment.name
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number): string {
    this.#fields--
    // Beside a fragment, or in it, a field may stand with other arguments, so those that have some have names of their own.
    const alias =
      field.args.length > 0 || this.#sometimes(0.1) ? `${this.#one(['a', 'b', '__schema'])}${this.#names++}: ` : ''
    const of = getNamedType(field.type)
    const isDone = depth <= 0 || this.#fields <= 0
    const inside = isObjectType(of) ? (isDone ? '{ __typename }' : this.#selection(of, depth - 1)) : ''
    return `${alias}${field.name}${this.#arguments(field.args)}${this.#directive()} ${inside}`.trim()
  }

  #arguments(args: readonly GraphQLArgument[]): string {
    const given = args
      .filter(
        (each) =>
          (isNonNullType(each.type) && each.defaultValue === undefined) ||
          this.#sometimes(SELDOM.includes(each.name) ? 0.02 : 0.4),
      )
      .filter(() => !this.#spoils())
      .map((each) => `${each.name}: ${this.#argument(each)}`)
    if (this.#spoils()) given.push(this.#one(['nothing: 1', 'first: "1"', 'id: {a: 1}', 'filter: []', 'first: $gone']))
    return given.length > 0 ? `(${given.join(', ')})` : ''
  }

  /** A variable, or a literal, in which there may be variables. */
  #argument({ name, type }: GraphQLArgument | GraphQLInputField): string {
    if (!this.#sometimes(0.35)) return this.#value(name, type, true).literal
    const variable = `v${this.#definitions.length}`
    const fallback = isNonNullType(type) || !this.#sometimes(0.3) ? '' : ` = ${this.#value(name, type, false).literal}`
    this.#definitions.push(`$${variable}: ${String(type)}${fallback}`)
    const isLeftOut = !isNonNullType(type) && this.#sometimes(0.3)
    // A value that is left out lets a default hold, where there is one.
    if (!isLeftOut) this.#variables[variable] = this.#value(name, type, false).json
    return `$${variable}`
  }

  #value(name: string, type: GraphQLInputType, mayVary: boolean): Value {
    if (!isNonNullType(type) && this.#sometimes(0.05)) return { literal: 'null', json: null }
    const bare = getNullableType(type)
    if (isListType(bare)) {
      const values = Array.from({ length: this.#below(4) }, () =>
        this.#value(name, bare.ofType as GraphQLInputType, false),
      )
      return { literal: `[${values.map((each) => each.literal).join(', ')}]`, json: values.map((each) => each.json) }
    }
    if (isInputObjectType(bare)) {
      const fields = Object.values(bare.getFields()).filter(
        (each) => isNonNullType(each.type) || this.#sometimes(SELDOM.includes(each.name) ? 0.02 : 0.1),
      )
      if (mayVary) {
        return {
          literal: `{ ${fields.map((each) => `${each.name}: ${this.#argument(each)}`).join(', ')} }`,
          json: null,
        }
      }
      const values = fields.map((each) => [each.name, this.#value(each.name, each.type, false)] as const)
      return {
        literal: `{ ${values.map(([key, value]) => `${key}: ${value.literal}`).join(', ')} }`,
        json: Object.fromEntries(values.map(([key, value]) => [key, value.json])),
      }
    }
    if (isEnumType(bare)) {
      const values = bare.getValues().filter((each) => !this.#options.never?.includes(each.name))
      const value = this.#one(values).name
      return { literal: value, json: value }
    }
    return this.#scalar(name, bare.name)
  }

  #scalar(name: string, type: string): Value {
    const json = this.#scalarValue(name, type)
    return { literal: JSON.stringify(json), json }
  }

  #scalarValue(name: string, type: string): unknown {
    const { actors, collections, events, days } = this.#words
    if (this.#spoils()) return this.#one<unknown>(['', -1, 1e300, 'x'.repeat(300), true, '\u0000', '2025-02-30'])
    if (type === 'Date') return this.#one(days)
    if (type === 'Boolean') return this.#sometimes(0.5)
    if (name === 'first') return this.#one(this.#sometimes(0.05) ? UNUSUAL_SIZES : SIZES)
    if (type === 'Int') return 1 + this.#below(3)
    if (type === 'Float') return this.#random()
    if (name === 'subtypes' || name === 'subtype') return this.#one(['sanctions', 'intelligence', 'criticism'])
    if (name === 'collection' || name === 'collections') return this.#one(collections)
    if (type === 'ID') return this.#one(name === 'id' || name === 'event' ? [...actors, ...events] : actors)
    return this.#one(['a', 'x1', 'Brazil', 'arms', 'never', 'happened'])
  }

  #directive(): string {
    if (!this.#sometimes(0.06)) return ''
    const name = this.#one(['skip', 'include'])
    if (this.#sometimes(0.5)) return ` @${name}(if: ${this.#sometimes(0.5)})`
    const variable = `v${this.#definitions.length}`
    this.#definitions.push(`$${variable}: Boolean!${this.#sometimes(0.5) ? ' = true' : ''}`)
    this.#variables[variable] = this.#sometimes(0.5)
    return ` @${name}(if: $${variable})`
  }

  #sometimes(often: number): boolean {
    return this.#random() < often
  }

  #spoils(): boolean {
    return this.#sometimes(this.#options.spoilt ?? 0)
  }

  #below(end: number): number {
    return Math.floor(this.#random() * end)
  }

  #one<T>(of: readonly T[]): T {
    return of[this.#below(of.length)] as T
  }
}
