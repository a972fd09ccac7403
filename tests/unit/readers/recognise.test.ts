import { expect, test } from 'vitest'
import { testFolder } from './folder.ts'
import { refusal } from './items.ts'
import { GDELT, NAMED, text } from './small-rows.ts'

const folder = testFolder()

test('a file of no format is refused with the formats that there are', async () => {
  const says = await refusal([await folder.open('diary.txt', 'Dear diary,\nnothing happened.\n')])
  expect(says).toMatch(/^diary\.txt is of no format that is read here: ICEWS raw records; .*GDELT event export/)
})

test('an empty file is called empty', async () => {
  expect(await refusal([await folder.open('none.tsv', '\n\n')])).toBe('none.tsv is empty.')
})

test('files of several formats are told apart', async () => {
  const says = await refusal([await folder.open('a', text(NAMED)), await folder.open('b', text(GDELT))])
  expect(says).toMatch(/do not belong together; .* a: ICEWS benchmark, with names; b: GDELT event export\.$/)
})
