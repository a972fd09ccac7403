import { count } from '../../state/words/dates.ts'
import { nameOf } from '../../state/picture/items.ts'
import type { Picture, PictureLine } from '../../state/picture/picture.ts'
import { ActList } from './ActList.tsx'
import { CloseButton } from './CloseButton.tsx'

/** All lines of an ordered pair. */
export function TieDetailsView({
  picture,
  lines,
}: {
  readonly picture: Picture
  readonly lines: readonly PictureLine[]
}) {
  const [first] = lines
  const events = lines.flatMap((line) => line.events)
  return (
    <div>
      <header>
        <CloseButton />
        <h2>{first ? `${nameOf(picture, first.actor)} to ${nameOf(picture, first.target)}` : ''}</h2>
      </header>
      <section>
        <h3>{count(events.length, 'event')}</h3>
        <ActList events={events} />
      </section>
    </div>
  )
}
