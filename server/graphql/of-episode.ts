import type { Episode } from '../domain/episodes.ts'
import type { Row } from '../domain/snapshot.ts'
import type { View } from '../domain/view.ts'
import { EVENT_KINDS, STAGES, wordOf } from '../domain/words.ts'
import { eventPage, type PageArguments } from './event-page.ts'
import { actorModel, collectionModel } from './to-model.ts'

/** What an episode and an act have in common, field by field; what its events share is read from the first. */
export const ofEpisode = {
  id: (view: View, { rows }: Episode) => view.snapshot.events.id.get(rows[0] as Row),
  actor: (view: View, { actor }: Episode) => actorModel(view, actor),
  target: (view: View, { target }: Episode) => actorModel(view, target),
  collection: (view: View, episode: Episode) => collectionModel(view, shared(view, episode, 'collection')),
  kind: (view: View, episode: Episode) => wordOf(EVENT_KINDS, shared(view, episode, 'kind')),
  subtype: (view: View, episode: Episode) => view.snapshot.events.subtypes[shared(view, episode, 'subtype')] ?? '',
  scope: (view: View, episode: Episode) => view.snapshot.events.scopes[shared(view, episode, 'scope')] ?? null,
  stage: (view: View, episode: Episode) => wordOf(STAGES, shared(view, episode, 'stage')),
  events: (view: View, { rows }: Episode, page: PageArguments) => eventPage(view, rows, page),
}

type Shared = 'collection' | 'kind' | 'subtype' | 'scope' | 'stage'

function shared({ snapshot }: View, { rows }: Episode, column: Shared): number {
  return snapshot.events[column][rows[0] as Row] as number
}
