import { readFileSync } from 'node:fs'
import { buildSchema, Kind, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { EXAMPLES } from '../../../client/graphiql/examples.ts'

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'))

test.each(EXAMPLES)('an example has one operation, is named, and is of the contract: %s', (text) => {
  const document = parse(text)
  expect(validate(schema, document)).toEqual([])
  expect(document.definitions).toHaveLength(1)
  const [operation] = document.definitions
  expect(operation?.kind === Kind.OPERATION_DEFINITION && operation.name?.value).toMatch(/^[A-Z]/)
})
