import { gzipSync } from 'node:zlib'
import fc, { type Arbitrary } from 'fast-check'
import { zip } from './zip.ts'

/** A change of a file that somebody, a program or a line may make. */
type Mutation = (bytes: Buffer) => Buffer

/** What readers trip over. */
const AWKWARD: readonly Buffer[] = [
  '\t',
  '\n',
  '\r',
  '"',
  "'",
  '\u{0}',
  '\u{1b}[31m',
  '\u{feff}',
  '\u{a0}',
  '\u{202e}',
  '€',
  '𝒜',
]
  .concat('NA', '-1', '1e309', '8.82E+08', '99999999999999999999', '2018-02-30', '01/06/2018', '43252')
  .concat('__proto__', '=1+1', '<!ENTITY x "y">', '&x;')
  .map((each) => Buffer.from(each))
  // What is in no UTF-8, and how other files begin.
  .concat(['ff', 'eda080', 'c3', 'feff', '1f8b08', '504b0304'].map((hex) => Buffer.from(hex, 'hex')))

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

const mutation: Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(
    ([at, mask]): Mutation =>
      (bytes) =>
        flip(bytes, at, mask),
  ),
  place.map(
    (at): Mutation =>
      (bytes) =>
        bytes.subarray(0, Math.floor(at * bytes.length)),
  ),
  fc.tuple(place, place).map(
    ([from, to]): Mutation =>
      (bytes) =>
        without(bytes, Math.min(from, to), Math.max(from, to)),
  ),
  fc.tuple(place, fc.constantFrom(...AWKWARD)).map(
    ([at, what]): Mutation =>
      (bytes) =>
        insert(bytes, at, what),
  ),
  fc.tuple(place, fc.uint8Array({ maxLength: 12 })).map(
    ([at, what]): Mutation =>
      (bytes) =>
        insert(bytes, at, what),
  ),
  fc.tuple(place, fc.nat({ max: 3 })).map(
    ([at, times]): Mutation =>
      (bytes) =>
        lines(bytes, (all) => repeat(all, at, times)),
  ),
  fc.tuple(place, place).map(
    ([one, other]): Mutation =>
      (bytes) =>
        columns(bytes, (cells) => swap(cells, one, other)),
  ),
  place.map(
    (at): Mutation =>
      (bytes) =>
        columns(bytes, (cells) => cells.toSpliced(Math.floor(at * cells.length), 1)),
  ),
  fc.tuple(place, fc.constantFrom(...AWKWARD)).map(
    ([at, what]): Mutation =>
      (bytes) =>
        columns(bytes, (cells) => cells.toSpliced(Math.floor(at * cells.length), 1, what.toString())),
  ),
  fc.constant<Mutation>((bytes) => Buffer.from(bytes.toString('latin1').replaceAll('\t', '  '), 'latin1')),
  fc.constantFrom('\r', '\r\n', '\n\n', ' \n').map(
    (end): Mutation =>
      (bytes) =>
        lines(bytes, (all) => [all.join(end)]),
  ),
  fc.constant<Mutation>((bytes) => columns(bytes, (cells) => cells.map((cell) => cell.replace(/^0+(?=\d)/, '')))),
  fc.constant<Mutation>((bytes) => columns(bytes, (cells) => cells.map((cell) => `"${cell}"`))),
  place.map(
    (at): Mutation =>
      (bytes) =>
        insert(bytes, at, Buffer.alloc(30_000, 'x')),
  ),
)

const packing: Arbitrary<Mutation> = fc.constantFrom<Mutation>(
  (bytes) => bytes,
  (bytes) => bytes,
  (bytes) => Buffer.from(bytes.toString(), 'utf16le'),
  (bytes) => Buffer.from(`\u{feff}${bytes.toString()}`, 'utf16le').swap16(),
  (bytes) => gzipSync(bytes, { level: 1 }),
  (bytes) => zip([{ name: '../a', content: bytes }]),
)

/** A few changes of a file, packed in some way, and then perhaps changed again. */
export const mutations: Arbitrary<Mutation> = fc
  .tuple(fc.array(mutation, { minLength: 1, maxLength: 3 }), packing, fc.array(mutation, { maxLength: 1 }))
  .map(
    ([before, pack, after]) =>
      (bytes) =>
        [...before, pack, ...after].reduce((each, change) => change(each), bytes),
  )

function flip(bytes: Buffer, at: number, mask: number): Buffer {
  const changed = Buffer.from(bytes)
  const index = Math.floor(at * bytes.length)
  if (index < changed.length) changed[index] = (changed[index] ?? 0) ^ mask
  return changed
}

function without(bytes: Buffer, from: number, to: number): Buffer {
  return Buffer.concat([bytes.subarray(0, from * bytes.length), bytes.subarray(to * bytes.length)])
}

function insert(bytes: Buffer, at: number, what: Uint8Array): Buffer {
  const index = Math.floor(at * bytes.length)
  return Buffer.concat([bytes.subarray(0, index), what, bytes.subarray(index)])
}

/** Latin-1 keeps every byte as it is. */
function lines(bytes: Buffer, change: (lines: string[]) => string[]): Buffer {
  return Buffer.from(change(bytes.toString('latin1').split('\n')).join('\n'), 'latin1')
}

/** Between tabs, or commas where there are none. */
function columns(bytes: Buffer, change: (cells: string[]) => string[]): Buffer {
  const between = bytes.includes(9) ? '\t' : ','
  return lines(bytes, (all) => all.map((line) => change(line.split(between)).join(between)))
}

function repeat(all: string[], at: number, times: number): string[] {
  const index = Math.floor(at * all.length)
  return [...all.slice(0, index), ...Array.from({ length: times }, () => all[index] ?? ''), ...all.slice(index)]
}

function swap(cells: string[], one: number, other: number): string[] {
  const [a, b] = [Math.floor(one * cells.length), Math.floor(other * cells.length)]
  return cells.with(a, cells[b] ?? '').with(b, cells[a] ?? '')
}
