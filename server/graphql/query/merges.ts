import type { QueryResolvers } from '../generated/schema.ts'

export const merges: NonNullable<QueryResolvers['merges']> = (_, __, { store }) => store.merges()
