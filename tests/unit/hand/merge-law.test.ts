import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeContents } from '../../../server/domain/merge-actors.ts'
import { numRuns } from '../../support/samples.ts'
import { caseContents } from '../ingest/arbitrary-case.ts'

const twoOf = caseContents.chain((contents) =>
  fc
    .shuffledSubarray([...contents.actors], { minLength: 2, maxLength: 2 })
    .map(([from, into]) => ({ contents, merge: { from: from?.actor ?? '', into: into?.actor ?? '' } })),
)

it('a case under a merge names the one actor only, loses no name and no act but those toward itself, and is so once and for all', () => {
  fc.assert(
    fc.property(twoOf, ({ contents, merge }) => {
      const { contents: merged, selfActs } = mergeContents(contents, [merge])
      const { collection, actors, affiliations, events } = merged
      const named = [
        ...actors.map(({ actor }) => actor),
        ...affiliations.flatMap(({ actor, to }) => [actor, to]),
        ...events.flatMap(({ actor, target }) => [actor, target]),
        ...collection.positions.map(({ actor }) => actor),
        ...collection.questions.flatMap(({ toward, by }) => [toward, by]),
      ]
      expect(named).not.toContain(merge.from)
      expect(actors).toHaveLength(contents.actors.length - 1)
      const namesOf = (entries: typeof actors) => new Set(entries.flatMap(({ name, aliases }) => [name, ...aliases]))
      expect(namesOf(actors)).toEqual(namesOf(contents.actors))
      for (const { aliases } of actors) expect(new Set(aliases).size).toBe(aliases.length)
      expect([...events, ...selfActs].map(({ id }) => id).sort()).toEqual(contents.events.map(({ id }) => id))
      for (const { actor, target } of events) expect(actor).not.toBe(target)
      expect(mergeContents(merged, [merge])).toEqual({ contents: merged, selfActs: [] })
    }),
    { numRuns: numRuns(60, 2_000) },
  )
})
