import { useStore } from '@nanostores/react'
import { $away } from '../state/app.ts'

/** A line while the database is away: what to do, and of what time everything is that is shown. Goes by itself. */
export function AwayNotice() {
  const away = useStore($away)
  return (
    // It is there while it says nothing, so that screen readers hear of it when it does.
    <output className="away">
      {away ? (
        <p>
          {away.says} <strong>{away.seen}</strong>
        </p>
      ) : null}
    </output>
  )
}
