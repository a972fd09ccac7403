import { useStore } from '@nanostores/react'
import { $away } from '../state/app.ts'

/** A line while the database is away: what to do, and of what time everything is. Goes by itself. */
export function AwayNotice() {
  const away = useStore($away)
  return (
    // It is there while it says nothing, so that screen readers hear of it when it does.
    <output className="away">
      {away ? (
        <p>
          <strong>{away.says}</strong> {away.seen}{' '}
          <span className="quiet">Quotes, search and changes wait; this line goes when the database is back.</span>
        </p>
      ) : null}
    </output>
  )
}
