import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml'
import { parseDay } from '../../domain/days.ts'
import { EdtfError, parseEdtf } from '../../domain/edtf.ts'
import { didYouMean, nearest } from './nearest.ts'
import type { Place, Problems } from './problem.ts'
import {
  LONGEST_TEXT,
  type ListShape,
  type NumberShape,
  type RecordShape,
  type Shape,
  type ValueOf,
  type WordShape,
} from './shape.ts'
import type { YamlFile } from './yaml-file.ts'

/** Where the parts of what was read stand. */
export class Places {
  readonly #places = new WeakMap<object, Map<string | number, Place>>()

  set(owner: object, key: string | number, place: Place): void {
    let places = this.#places.get(owner)
    if (!places) this.#places.set(owner, (places = new Map()))
    places.set(key, place)
  }

  /** Of a field of a record or an item of a list; of the whole where it was left out or no key is given. */
  of(owner: object, key: string | number = ''): Place {
    const places = this.#places.get(owner)
    return places?.get(key) ?? places?.get('') ?? { file: '.', line: 1, column: 1 }
  }
}

/** Reads what a shape describes. Every fault is told; a part with a fault is `undefined`. */
export class ShapeReader {
  readonly #problems: Problems
  readonly #places: Places

  constructor(problems: Problems, places: Places) {
    this.#problems = problems
    this.#places = places
  }

  /** The whole of a file; an empty one is an empty list. */
  readFile<S extends Shape>(file: YamlFile, shape: S): ValueOf<S> | undefined {
    if (file.root === null && shape.is === 'list') return [] as unknown as ValueOf<S>
    return this.read(file, file.root, shape)
  }

  /** @param node null or a null scalar: nothing is written there. */
  read<S extends Shape>(file: YamlFile, node: Node | null, shape: S): ValueOf<S> | undefined {
    return this.#read(file, node, shape) as ValueOf<S> | undefined
  }

  #read(file: YamlFile, node: Node | null, shape: Shape): unknown {
    if (isAlias(node)) {
      return this.#tell(file, node, `*${node.source} repeats another place of the file. Write it out here.`)
    }
    switch (shape.is) {
      case 'list':
        return this.#readList(file, node, shape)
      case 'record':
        return this.#readRecord(file, node, shape)
      case 'flag':
        if (isScalar(node) && typeof node.value === 'boolean') return node.value
        return this.#tell(file, node, `${shown(file, node)} is neither true nor false. Write one of the two.`)
      case 'number':
        return this.#readNumber(file, node, shape)
      case 'edtf':
        return this.#readEdtf(file, node)
      case 'day':
        return this.#readDay(file, node)
      case 'word':
        return this.#readWord(file, node, shape)
      case 'url':
        return this.#readUrl(file, node)
      case 'text':
      case 'id':
      case 'reference':
        return this.#readText(file, node)
    }
  }

  #readList(file: YamlFile, node: Node | null, shape: ListShape): unknown {
    if (!isSeq(node)) {
      return this.#tell(file, node, `A list stands here: lines that begin with "- ", or [ … ]. Make this one of them.`)
    }
    const { length } = node.items
    if (shape.most !== null && length > shape.most) {
      return this.#tell(
        file,
        node,
        `A list here has at most ${shape.most} items; this one has ${length}. Keep the most important.`,
      )
    }
    const items: unknown[] = []
    this.#places.set(items, '', file.placeOf(node))
    for (const [index, item] of node.items.entries()) {
      this.#places.set(items, index, file.placeOf(item))
      items.push(this.#read(file, item as Node | null, shape.of))
    }
    return items
  }

  #readRecord(file: YamlFile, node: Node | null, shape: RecordShape): unknown {
    const names = Object.keys(shape.fields)
    if (!isMap(node)) {
      const needed = names.filter((name) => shape.fields[name]?.required)
      return this.#tell(
        file,
        node,
        `Here ${shape.called} stands, with ${needed.join(', ')}. Write its fields as "key: value".`,
      )
    }
    const written = this.#byName(file, node, names, shape.called)
    const values: Record<string, unknown> = {}
    this.#places.set(values, '', file.placeOf(node))
    for (const [name, field] of Object.entries(shape.fields)) {
      const pair = written.get(name)
      const empty = !pair || isNothing(pair.value)
      if (pair) this.#places.set(values, name, file.placeOf(empty ? pair.key : pair.value))
      if (!empty) values[name] = this.#read(file, pair.value, field.shape)
      else if (field.required) {
        const fault = pair ? `${name} is empty.` : `${name} is missing in ${shape.called}.`
        values[name] = this.#tellAt(
          this.#places.of(values, name),
          `${fault} Write ${name}: … (${field.says.replace(/\.$/, '')}).`,
        )
      } else values[name] = null
    }
    return values
  }

  /** A misspelt key is told and read as the one that was meant, so that one slip is one problem. */
  #byName(file: YamlFile, map: YAMLMap, names: readonly string[], called: string) {
    const written = new Map<string, { readonly key: Node; readonly value: Node | null }>()
    const strange: { readonly name: string; readonly key: Node; readonly value: Node | null }[] = []
    for (const { key, value } of map.items as { key: Node; value: Node | null }[]) {
      const name = isScalar(key) ? String(key.value) : file.textOf(key)
      if (!names.includes(name)) strange.push({ name, key, value })
      else if (!written.has(name)) written.set(name, { key, value })
    }
    for (const { name, key, value } of strange) {
      const meant = nearest(
        name,
        names.filter((each) => !written.has(each)),
      )
      const advice = meant ? `Did you mean ${meant}?` : `It may have: ${names.join(', ')}. Take this one away.`
      this.#tell(file, key, `${called[0]?.toUpperCase()}${called.slice(1)} has no field ${name}. ${advice}`)
      if (meant) written.set(meant, { key, value })
    }
    return written
  }

  #readNumber(file: YamlFile, node: Node | null, { least, most, whole }: NumberShape): unknown {
    const value = isScalar(node) ? node.value : null
    if (typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value))) {
      return Object.is(value, -0) ? 0 : value
    }
    const kind = whole ? 'whole number' : 'number'
    return this.#tell(file, node, `${shown(file, node)} is no ${kind} from ${least} to ${most}. Write one.`)
  }

  #readEdtf(file: YamlFile, node: Node | null): unknown {
    // An unquoted [a..b] is a YAML list of one text; it can mean nothing else here.
    const isSet = isSeq(node) && node.flow && node.items.length === 1 && isScalar(node.items[0])
    const text = isSet ? `[${scalarText(node.items[0] as Scalar).trim()}]` : this.#readText(file, node)
    if (typeof text !== 'string') return undefined
    try {
      parseEdtf(text)
      return text
    } catch (error) {
      if (error instanceof EdtfError) return this.#tell(file, node, error.says)
      throw error
    }
  }

  #readDay(file: YamlFile, node: Node | null): unknown {
    const text = this.#readText(file, node)
    if (typeof text !== 'string') return undefined
    return parseDay(text) ?? this.#tell(file, node, `"${text}" is not a day of the calendar. Write it as 2025-11-11.`)
  }

  #readWord(file: YamlFile, node: Node | null, { of }: WordShape): unknown {
    const text = this.#readText(file, node)
    if (typeof text !== 'string' || of.includes(text)) return text
    return this.#tell(
      file,
      node,
      `"${text}" is not one of ${of.join(', ')}.${didYouMean(text, of) || ' Write one of them.'}`,
    )
  }

  #readUrl(file: YamlFile, node: Node | null): unknown {
    const text = this.#readText(file, node)
    if (typeof text !== 'string') return undefined
    if (/^https?:\/\/\S+$/i.test(text) && URL.canParse(text)) return text
    return this.#tell(
      file,
      node,
      `"${text}" is not an address of the web. Write one that begins with https:// or http://, or leave url out.`,
    )
  }

  #readText(file: YamlFile, node: Node | null): unknown {
    if (!isScalar(node))
      return this.#tell(
        file,
        node,
        'Text stands here, not a list or fields. Write it on one line or in quotation marks.',
      )
    const text = scalarText(node)
    if (!/\S/.test(text)) return this.#tell(file, node, 'This text is empty. Write it, or leave the field out.')
    if (text.length > LONGEST_TEXT) {
      return this.#tell(
        file,
        node,
        `A text has at most ${LONGEST_TEXT} characters; this one has ${text.length}. Shorten it.`,
      )
    }
    if (!text.isWellFormed()) {
      return this.#tell(
        file,
        node,
        'This text holds half of a character (\\ud800 to \\udfff alone). Write the whole character.',
      )
    }
    return text
  }

  #tell(file: YamlFile, node: unknown, says: string): undefined {
    return this.#tellAt(file.placeOf(node), says)
  }

  #tellAt(place: Place, says: string): undefined {
    this.#problems.add(place, says)
  }
}

/** Numbers, dates and true stand for themselves where text is asked for: `role: 2` means "2". */
function scalarText(node: Scalar): string {
  return typeof node.value === 'string' ? node.value : (node.source ?? '')
}

function isNothing(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.value === null)
}

function shown(file: YamlFile, node: Node | null): string {
  const text = node ? file.textOf(node) : ''
  return text.length === 0 ? 'This' : text.length > 40 ? `"${text.slice(0, 40)}…"` : `"${text}"`
}
