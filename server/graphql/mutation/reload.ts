import type { MutationResolvers } from '../generated/schema.ts'

export const reload: NonNullable<MutationResolvers['reload']> = async (_, __, context) => {
  await context.store.reload()
  context.renew()
  const { version } = await context.snapshot()
  return { version }
}
