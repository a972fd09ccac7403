import type { CollectionContents } from '../../../server/domain/records.ts'
import type { Format, Outgoing } from '../../../server/egress/outgoing.ts'

/** What leaves where everything does: records as they stand, whatever became known when. */
export function outgoingOf(contents: readonly CollectionContents[]): Outgoing {
  const entries = Map.groupBy(
    contents.flatMap(({ actors }) => actors),
    ({ actor }) => actor,
  )
  const events = contents.flatMap((each) => each.events)
  return {
    knownOn: 20_000,
    filter: {},
    collections: contents.map(({ collection }) => collection),
    sources: contents.flatMap(({ sources }) => sources),
    actors: [...entries].map(([id, [first, ...others]]) => {
      const { name = id, kind = 'GROUP', description = null, aliases = [], unspecified = false } = first ?? {}
      return { id, name, kind, description, aliases, unspecified, entries: first ? [first, ...others] : [] }
    }),
    affiliations: contents.flatMap(({ affiliations }) => affiliations),
    total: events.length,
    async *events() {
      yield events.map((record) => ({
        record,
        earliest: null,
        latest: null,
        reported: 20_000,
        status: 'REPORTED',
        disputed: false,
        origins: 1,
      }))
    },
  }
}

export async function written(format: Format, contents: readonly CollectionContents[]): Promise<string> {
  let text = ''
  for await (const piece of format.write(outgoingOf(contents))) text += piece
  return text
}
