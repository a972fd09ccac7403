import { pageSize } from '../arguments.ts'
import { auditPage } from '../audit-page.ts'
import type { QueryResolvers } from '../generated/schema.ts'
import { recordKeyOf } from '../record-argument.ts'

export const auditLog: NonNullable<QueryResolvers['auditLog']> = (_, { first, after, record }, { store }) =>
  auditPage(store, pageSize(first), after ?? null, recordKeyOf('record', record))
