import { change } from '../../state/actions.ts'
import type { Partner } from '../../state/details/actor.ts'
import { withSelection } from '../../state/view/steps.ts'
import { KIND_WORDS } from '../../state/words/words.ts'

const MOST = 15

/** The others with bars by kind, most events first; each opens the tie. */
export function WithWhom({ partners }: { readonly partners: readonly Partner[] }) {
  const most = Math.max(1, ...partners.map(({ events }) => events))
  const rest = partners.length - MOST
  if (partners.length === 0) return null
  return (
    <section>
      <h3>
        With whom
        <span className="quiet">events, both directions</span>
      </h3>
      <ol className="partners">
        {partners.slice(0, MOST).map((partner) => (
          <li key={partner.actor.id}>
            <button type="button" onClick={() => change((view) => withSelection(view, partner.opens))}>
              <span className="partner">{partner.actor.name}</span>
              <span className="counts" aria-hidden="true">
                {partner.counts.map(({ kind, events }) => (
                  <span key={kind} className={kind} style={{ width: `${(events / most) * 100}%` }} />
                ))}
              </span>
              <span className="events">
                <span className="unseen">, </span>
                {partner.events.toLocaleString('en')}
              </span>
              <span className="unseen"> {kindWords(partner)}</span>
            </button>
          </li>
        ))}
      </ol>
      {rest > 0 ? <p className="quiet">{rest.toLocaleString('en')} more in the list</p> : null}
    </section>
  )
}

/** `events: cooperation 140, suspension 12` */
function kindWords({ events, counts }: Partner): string {
  const kinds = counts.map((each) => `${KIND_WORDS[each.kind].toLowerCase()} ${each.events.toLocaleString('en')}`)
  return `${events === 1 ? 'event' : 'events'}: ${kinds.join(', ')}`
}
