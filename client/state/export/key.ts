import type { Pane } from '../picture/panes.ts'
import { shownLines } from '../picture/shown-lines.ts'
import type { ActorKind, EventKind, EventRow } from '../types.ts'
import { KINDS } from '../view/view.ts'
import { ACTOR_KIND_WORDS, KIND_WORDS } from '../words/words.ts'

/** The key of a picture that leaves the page: what it shows, with counts. */
export interface Key {
  readonly kinds: readonly { readonly kind: EventKind; readonly text: string }[]
  readonly claims: readonly { readonly sign: '≠' | '⇄' | '○'; readonly text: string }[]
  /** Lines of belonging that no box shows; null where none is drawn. */
  readonly affiliations: string | null
  readonly actors: readonly { readonly kind: ActorKind; readonly text: string }[]
}

/** What the pictures show together; an event or an actor in both counts once. */
export function toKey(panes: readonly Pick<Pane, 'picture' | 'emphasis'>[]): Key {
  const lines = panes.flatMap(({ picture, emphasis }) => shownLines(picture, emphasis))
  const events = new Map(lines.flatMap((line) => line.events.map((event) => [event.id, event] as const)))
  const actors = new Map(panes.flatMap(({ picture }) => picture.actors.map((actor) => [actor.id, actor] as const)))
  const among = (is: (event: EventRow) => boolean) => [...events.values()].filter(is).length
  const kinds = KINDS.map((kind) => ({ kind, number: among((event) => event.kind === kind) }))
  const claims = [
    { sign: '≠', words: 'disputed', number: among(({ disputed }) => disputed) },
    { sign: '⇄', words: 'answered', number: among(({ answered }) => answered) },
    { sign: '○', words: 'offered or threatened', number: among(({ stage }) => stage !== 'ACTUAL') },
  ] as const
  const hairlines = new Set(panes.flatMap(({ picture }) => picture.hairlines.map(({ id }) => id))).size
  const types = Map.groupBy(actors.values(), ({ kind }) => kind)
  return {
    kinds: kinds
      .filter(({ number }) => number > 0)
      .map(({ kind, number }) => ({ kind, text: `${KIND_WORDS[kind]} ${number}` })),
    claims: claims
      .filter(({ number }) => number > 0)
      .map(({ sign, words, number }) => ({ sign, text: `${words} ${number}` })),
    affiliations: hairlines > 0 ? `Part of, leads ${hairlines}` : null,
    actors: (Object.keys(ACTOR_KIND_WORDS) as ActorKind[]).flatMap((kind) => {
      const own = types.get(kind)
      return own ? [{ kind, text: `${ACTOR_KIND_WORDS[kind]} ${own.length}` }] : []
    }),
  }
}
