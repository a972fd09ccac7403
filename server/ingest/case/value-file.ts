import { Document, isMap, isScalar, isSeq, type Node } from 'yaml'
import { placeAt } from './problem.ts'
import type { YamlFile } from './yaml-file.ts'

/**
 * A plain value as a file of a case, so that it is read by the same reader.
 * @param value texts, whole numbers, flags, null, and lists and objects of them. @param pathOf where what stands under some keys
 * was given, for the places of problems.
 */
export function valueFile(value: unknown, pathOf: (keys: readonly string[]) => string): YamlFile {
  const root = new Document(value, { aliasDuplicateObjects: false }).contents
  const paths = new Map<unknown, string>()
  const walk = (node: unknown, keys: readonly string[]): void => {
    paths.set(node, pathOf(keys))
    if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, [...keys, String(index)])
    if (isMap(node)) {
      for (const pair of node.items) {
        const below = [...keys, isScalar(pair.key) ? String(pair.key.value) : '']
        paths.set(pair.key, pathOf(below))
        walk(pair.value, below)
      }
    }
  }
  walk(root, [])
  return {
    name: pathOf([]),
    root,
    placeOf: (node) => placeAt(paths.get(node) ?? pathOf([])),
    textOf: (node: Node) => (isScalar(node) ? String(node.value) : ''),
  }
}
