import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { boundedNames } from '../../../server/http/watch/bounded-names.ts'
import { PAGE_OPERATIONS } from '../../../server/http/watch/page-operations.ts'
import { routeOf } from '../../../server/http/watch/routes.ts'

const DOCUMENTS = fileURLToPath(new URL('../../../client/api/documents', import.meta.url))

test('names that are known always count, of others the first few', () => {
  const name = boundedNames(['Page'], 2)
  expect(['a', 'b', 'c', 'a', 'd', 'Page', 'b'].map(name)).toEqual(['a', 'b', 'other', 'a', 'other', 'Page', 'b'])
})

test('the operations of the page are known by name', () => {
  const texts = globSync('**/*.ts', { cwd: DOCUMENTS }).map((file) => readFileSync(join(DOCUMENTS, file), 'utf8'))
  const named = texts.flatMap((text) => [...text.matchAll(/^\s*(?:query|mutation) (\w+)/gm)].map(([, name]) => name))
  expect(new Set(PAGE_OPERATIONS)).toEqual(new Set(named))
})

describe('routes', () => {
  test.each([
    ['/graphql', 'graphql'],
    ['/graphiql.html', 'graphiql'],
    ['/session', 'session'],
    ['/', 'page'],
    ['/assets/a-12345678.js', 'page'],
    ['/made-up/by/a/client', 'page'],
    ['/__proto__', 'page'],
  ])('%s is %s', (path, route) => expect(routeOf(path)).toBe(route))
})
