import { toDate } from '../../domain/days.ts'
import { actSentence } from '../../domain/sentences/act-sentence.ts'
import type { ActResolvers } from '../generated/schema.ts'
import { ofEpisode } from '../of-episode.ts'

export const Act: ActResolvers = {
  id: ({ view, act }) => ofEpisode.id(view, act),
  actor: ({ view, act }) => ofEpisode.actor(view, act),
  target: ({ view, act }) => ofEpisode.target(view, act),
  collection: ({ view, act }) => ofEpisode.collection(view, act),
  kind: ({ view, act }) => ofEpisode.kind(view, act),
  subtype: ({ view, act }) => ofEpisode.subtype(view, act),
  scope: ({ view, act }) => ofEpisode.scope(view, act),
  stage: ({ view, act }) => ofEpisode.stage(view, act),
  status: ({ act }) => act.status,
  first: ({ act }) => act.first,
  last: ({ act }) => act.last,
  beganOn: ({ act }) => (act.beganOn === null ? null : toDate(act.beganOn)),
  eventCount: ({ act }) => act.rows.length,
  events: ({ view, act }, page) => ofEpisode.events(view, act, page),
  originCount: ({ act }) => act.origins.length,
  disputed: ({ act }) => act.disputed,
  answered: ({ act }) => act.answered,
  admittedBy: ({ act }) => act.admittedBy,
  strength: ({ act }) => act.strength,
  restored: ({ view, act }) => ({ view, restoration: act.restored }),
  sentence: ({ view, act }) => actSentence(view, act),
}
