import type { EventRow } from '../../state/types.ts'
import { EventButtons } from './EventButtons.tsx'

/** Events that this one is tied to; nothing where there are none. */
export function LinkedEvents({ title, events }: { readonly title: string; readonly events: readonly EventRow[] }) {
  if (events.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <EventButtons events={events} />
    </section>
  )
}
