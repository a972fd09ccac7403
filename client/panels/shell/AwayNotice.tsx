import { useStore } from '@nanostores/react'
import { $away } from '../../state/app.ts'

/** A line while the database is away: of what time everything is that is shown, and what to do. Goes by itself. */
export function AwayNotice() {
  const away = useStore($away)
  return (
    // It is there while it says nothing, so that screen readers hear of it when it does.
    <output className="away">
      {away ? (
        <p>
          <strong>{away.seen}</strong> <span>{away.says}</span>
        </p>
      ) : null}
    </output>
  )
}
