import { useStore } from '@nanostores/react'
import { change } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import { $picture } from '../../state/picture/panes.ts'
import type { ActorKind } from '../../state/types.ts'
import { ACTOR_KIND_WORDS } from '../../state/words/words.ts'
import { ActorMark } from '../parts/ActorMark.tsx'

/** Where the whole words do not fit half a column. */
const BRIEF: Partial<Readonly<Record<ActorKind, string>>> = {
  GOVERNMENT_BODY: 'Body',
  MILITARY_COMMAND: 'Command',
  INTERNATIONAL_ORGANISATION: 'Intl. org.',
  MEDIA: 'Media',
}

/** The types of the actors that are drawn, with their shapes and counts; then what a box is, and the affiliations. */
export function Actors() {
  const { actors, hairlines } = useStore($picture)
  const { affiliations } = useStore($view)
  const counts = new Map<ActorKind, number>()
  for (const { kind } of actors) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  if (actors.length === 0) return null
  return (
    <section>
      <h2 id="left-actors" tabIndex={-1}>
        Actors <span className="quiet">{actors.length}</span>
      </h2>
      <ul className="rows halves">
        {[...counts]
          .toSorted(([, a], [, b]) => b - a)
          .map(([kind, number]) => (
            <li key={kind} title={ACTOR_KIND_WORDS[kind]}>
              <ActorMark kind={kind} />
              <span aria-hidden="true">{BRIEF[kind] ?? ACTOR_KIND_WORDS[kind]}</span>
              <span className="unseen">{ACTOR_KIND_WORDS[kind]}</span>
              <span className="number">{number}</span>
            </li>
          ))}
      </ul>
      <ul className="rows">
        <li className="quiet">
          <span className="box-mark" aria-hidden="true" /> a box: an actor with its parts
        </li>
        <li>
          <label>
            <input
              type="checkbox"
              checked={affiliations}
              onChange={({ target }) => change((view) => ({ ...view, affiliations: target.checked }))}
            />
            <span className="hairline-mark" aria-hidden="true" />
            <span>Part of, leads</span>
            <span className="number">{affiliations ? hairlines.length : ''}</span>
          </label>
        </li>
      </ul>
    </section>
  )
}
