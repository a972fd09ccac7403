import type { EpisodeResolvers } from '../generated/schema.ts'
import { ofEpisode } from '../of-episode.ts'

export const Episode: EpisodeResolvers = {
  id: ({ view, episode }) => ofEpisode.id(view, episode),
  actor: ({ view, episode }) => ofEpisode.actor(view, episode),
  target: ({ view, episode }) => ofEpisode.target(view, episode),
  collection: ({ view, episode }) => ofEpisode.collection(view, episode),
  kind: ({ view, episode }) => ofEpisode.kind(view, episode),
  subtype: ({ view, episode }) => ofEpisode.subtype(view, episode),
  scope: ({ view, episode }) => ofEpisode.scope(view, episode),
  stage: ({ view, episode }) => ofEpisode.stage(view, episode),
  status: ({ episode }) => episode.status,
  first: ({ episode }) => episode.first,
  last: ({ episode }) => episode.last,
  eventCount: ({ episode }) => episode.rows.length,
  events: ({ view, episode }, page) => ofEpisode.events(view, episode, page),
  originCount: ({ episode }) => episode.origins.length,
  disputed: ({ episode }) => episode.disputed,
  answered: ({ episode }) => episode.answered,
  strength: ({ episode }) => episode.strength,
}
