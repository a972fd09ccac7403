import type { MergeResolvers } from '../generated/schema.ts'

export const Merge: MergeResolvers = {
  from: ({ from }) => from,
  into: ({ into }) => into,
  at: ({ at }) => at,
  who: ({ writer }) => writer.name,
}
