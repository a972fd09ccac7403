import { useStore } from '@nanostores/react'
import { Database, Unplug } from 'lucide-react'
import { useState } from 'react'
import { $answer, $asking, $away } from '../../state/app.ts'
import { $lookIn, $server, lookNow } from '../../state/away.ts'

/** A bar while the server or its database is away: of what time everything is that is shown, when it is looked for again, and what to do. */
export function AwayNotice() {
  const server = useStore($server)
  const away = useStore($away)
  const [detailed, setDetailed] = useState(false)
  const is = server ? SERVER[server.reach.is] : away ? DATABASE : null
  const seen = server ? server.seen : (away?.seen ?? '')
  const details = server ? is?.details : away?.says
  return (
    // A part of the page with a name only while it says anything.
    <section className="away" aria-label={is ? 'Connection' : undefined} data-away={is ? true : undefined}>
      {is ? server ? <Unplug size={18} aria-hidden="true" /> : <Database size={18} aria-hidden="true" /> : null}
      <div>
        {/* It is there while it says nothing, so that screen readers hear of it when it does. */}
        <output>
          {is ? (
            <>
              <strong>{is.title}</strong> {seen}
            </>
          ) : null}
        </output>
        {is ? (
          <p className="quiet">
            <Countdown /> {is.meanwhile} {server ? <Held /> : null}
          </p>
        ) : null}
        {is && detailed ? <p className="details-of">{details}</p> : null}
      </div>
      {is ? (
        <p className="ways">
          <button type="button" className="button strong" onClick={lookNow}>
            Try now
          </button>
          <button type="button" className="button" aria-expanded={detailed} onClick={() => setDetailed(!detailed)}>
            Details
          </button>
        </p>
      ) : null}
    </section>
  )
}

const DATABASE = {
  title: 'The database does not answer.',
  meanwhile: 'Questions go on from memory; quotes, search and changes wait.',
  details: '',
}

const SERVER = {
  gone: {
    title: 'The server does not answer.',
    meanwhile: 'New questions wait until it is back.',
    details:
      'If it stays away, ask whoever runs Entente to see that it is up, and look whether your own connection holds. What you see was answered before.',
  },
  starting: {
    title: 'The server is starting.',
    meanwhile: 'Questions wait until it has read its events.',
    details: 'It reads all events into memory, which takes seconds for a case and up to a minute for a large data set.',
  },
} as const

/** Not said aloud: it changes each second. */
function Countdown() {
  const seconds = useStore($lookIn)
  return seconds === null ? 'Trying again now.' : `Trying again in ${seconds} s.`
}

/** The question that waits, if one does. */
function Held() {
  const asking = useStore($asking)
  const { state } = useStore($answer)
  if (!asking || asking === 'missing' || state === 'ok') return null
  return <strong>1 waiting: {asking.text}</strong>
}
