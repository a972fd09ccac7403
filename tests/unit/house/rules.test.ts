import { beforeAll, expect, test } from 'vitest'
import { lintTree, type Said } from '../../support/lint-tree.ts'

const lines = (count: number) => 'export const x = 1\n' + '// a line\n'.repeat(count - 1)

/** What lint must say to a file. */
const FAULTS: readonly (readonly [path: string, text: string, code: string])[] = [
  ['server/http/any.ts', 'export const a: any = 1\n', 'typescript(no-explicit-any)'],
  ['server/http/floats.ts', 'export function f() {\n  Promise.resolve(1)\n}\n', 'typescript(no-floating-promises)'],
  ['server/http/throws.ts', "export function f() {\n  throw 'no'\n}\n", 'typescript(only-throw-error)'],
  [
    'server/http/switch.ts',
    "export function f(a: 'x' | 'y') {\n  switch (a) {\n    case 'x':\n      return 1\n  }\n  return 2\n}\n",
    'typescript(switch-exhaustiveness-check)',
  ],
  [
    'server/http/type-import.ts',
    "import { Server } from 'node:http'\nexport type S = Server\n",
    'typescript(consistent-type-imports)',
  ],
  ['server/http/one.ts', "import { two } from './two.ts'\nexport const one = () => two\n", 'import(no-cycle)'],
  ['server/http/two.ts', "import { one } from './one.ts'\nexport const two = () => one\n", 'import(no-cycle)'],
  ['server/http/default.ts', 'export default 1\n', 'import(no-default-export)'],
  ['server/http/console.ts', "console.log('hello')\n", 'eslint(no-console)'],
  ['server/http/long.ts', lines(401), 'eslint(max-lines)'],
  ['tests/unit/long.test.ts', lines(501), 'eslint(max-lines)'],
  ['server/domain/io.ts', 'export const home = process.cwd()\n', 'eslint(no-restricted-globals)'],
]

/** What lint must let pass. */
const FINE: readonly (readonly [path: string, text: string])[] = [
  ['server/http/long-enough.ts', lines(400)],
  ['tests/unit/long-enough.test.ts', lines(500)],
  ['server/http/void.ts', 'export function f() {\n  void Promise.resolve(1)\n}\n'],
  ['scripts/says.ts', "console.log('hello')\n"],
]

let said: readonly Said[] = []

beforeAll(() => {
  said = lintTree(new Map([...FAULTS, ...FINE].map(([path, text]) => [path, text])))
})

test.each(FAULTS)('%s is refused', (path, _, code) => {
  expect(said.filter(({ file }) => file === path).map((one) => one.code)).toEqual([code])
})

test.each(FINE)('%s passes', (path) => {
  expect(said.filter(({ file }) => file === path)).toEqual([])
})
