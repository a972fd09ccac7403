import { formatDay } from '../../domain/days.ts'
import type { RestorationResolvers } from '../generated/schema.ts'
import { eventModel } from '../to-model.ts'

export const Restoration: RestorationResolvers = {
  known: ({ restoration }) => restoration.known,
  on: ({ restoration }) => (restoration.on === null ? null : formatDay(restoration.on)),
  by: ({ view, restoration }) => (restoration.by === null ? null : eventModel(view, restoration.by)),
}
