import type { QueryResolvers } from '../generated/schema.ts'

export const version: NonNullable<QueryResolvers['version']> = async (_, __, context) =>
  (await context.snapshot()).version
