import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** How large a document is, fragments counted where they are spread. */
export interface Shape {
  /** Fields inside fields, without those of introspection. */
  readonly depth: number
  /** Fields inside fields below `__schema` and `__type`. */
  readonly introspectionDepth: number
  readonly fields: number
  readonly aliases: number
  readonly directives: number
  /** Fields that stand in one selection under a name that is there already. */
  readonly repeated: number
}

type Counts = Omit<Shape, 'repeated'>

const NOTHING: Counts = { depth: 0, introspectionDepth: 0, fields: 0, aliases: 0, directives: 0 }

/**
 * The shape of a document, or the name of a fragment that spreads itself. Each fragment is counted once, so that fragments which
 * spread each other many times are no work; repeated fields are looked for only where there are at most `fields` in all, else 0.
 */
export function shapeOf(document: DocumentNode, fields: number): Shape | { readonly spreadsItself: string } {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each)
  }
  const counter = new Counter(fragments)
  const roots: SelectionSetNode[] = []
  let all = NOTHING
  const take = (set: SelectionSetNode, directives: number) => {
    roots.push(set)
    all = plus(all, counter.count(set), directives)
  }
  for (const each of document.definitions) {
    if (each.kind === Kind.OPERATION_DEFINITION) take(each.selectionSet, directivesOf(each))
  }
  // What no operation spreads is refused by another rule, which has to walk through it.
  for (const [name, each] of fragments) if (!counter.has(name)) take(each.selectionSet, directivesOf(each))
  if (counter.spreadsItself !== null) return { spreadsItself: counter.spreadsItself }
  return { ...all, repeated: all.fields > fields ? 0 : repeatedIn(roots, fragments) }
}

function directivesOf({ directives }: { readonly directives?: readonly unknown[] | undefined }): number {
  return directives?.length ?? 0
}

function plus(a: Counts, b: Counts, directives = 0): Counts {
  return {
    depth: Math.max(a.depth, b.depth),
    introspectionDepth: Math.max(a.introspectionDepth, b.introspectionDepth),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives + directives,
  }
}

class Counter {
  spreadsItself: string | null = null
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>
  /** By name; null while it is counted. */
  readonly #counted = new Map<string, Counts | null>()

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.#fragments = fragments
  }

  has(name: string): boolean {
    return this.#counted.has(name)
  }

  count({ selections }: SelectionSetNode): Counts {
    let all = NOTHING
    for (const selection of selections) all = plus(all, this.#one(selection), directivesOf(selection))
    return all
  }

  #one(selection: SelectionNode): Counts {
    if (selection.kind === Kind.INLINE_FRAGMENT) return this.count(selection.selectionSet)
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(selection.name.value)
    const inside = selection.selectionSet ? this.count(selection.selectionSet) : NOTHING
    const isOfSchema = selection.name.value.startsWith('__')
    const depth = isOfSchema ? 0 : inside.depth + 1
    const introspectionDepth = isOfSchema ? inside.depth + 1 : inside.introspectionDepth
    const aliases = inside.aliases + (selection.alias ? 1 : 0)
    return { depth, introspectionDepth, fields: inside.fields + 1, aliases, directives: inside.directives }
  }

  #fragment(name: string): Counts {
    const known = this.#counted.get(name)
    if (known) return known
    if (known === null) this.spreadsItself = name
    const fragment = this.#fragments.get(name)
    if (known === null || !fragment) return NOTHING
    this.#counted.set(name, null)
    const counts = plus(this.count(fragment.selectionSet), NOTHING, directivesOf(fragment))
    this.#counted.set(name, counts)
    return counts
  }
}

/** Fields under a name that their selection has already, fragments spread. Those below fields of one name are not taken together. */
function repeatedIn(
  roots: readonly SelectionSetNode[],
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): number {
  let repeated = 0
  const open = [...roots]
  for (let set = open.pop(); set; set = open.pop()) {
    const names = new Set<string>()
    const flat = [set]
    for (let next = flat.pop(); next; next = flat.pop()) {
      for (const selection of next.selections) {
        if (selection.kind === Kind.INLINE_FRAGMENT) flat.push(selection.selectionSet)
        else if (selection.kind === Kind.FRAGMENT_SPREAD) {
          const fragment = fragments.get(selection.name.value)
          if (fragment) flat.push(fragment.selectionSet)
        } else {
          const name = selection.alias?.value ?? selection.name.value
          if (names.has(name)) repeated++
          names.add(name)
          if (selection.selectionSet) open.push(selection.selectionSet)
        }
      }
    }
  }
  return repeated
}
