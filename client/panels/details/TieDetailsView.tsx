import { count } from '../../state/words/dates.ts'
import { lineEnds } from '../../state/picture/items.ts'
import type { Picture, PictureLine } from '../../state/picture/picture.ts'
import { KIND_WORDS } from '../../state/words/words.ts'
import { ActList } from './ActList.tsx'
import { CloseButton } from './CloseButton.tsx'
import { KindMark } from '../parts/KindMark.tsx'

/** A line that stands for several events. */
export function TieDetailsView({ picture, line }: { readonly picture: Picture; readonly line: PictureLine }) {
  return (
    <div>
      <header>
        <CloseButton />
        <p className="chips">
          <span className="chip">
            <KindMark kind={line.kind} stage={line.notDone ? 'INTENT' : 'ACTUAL'} />
            {KIND_WORDS[line.kind].toLowerCase()}
          </span>
        </p>
        <h2>{lineEnds(picture, line)}</h2>
      </header>
      <section>
        <h3>{count(line.events.length, 'event')}</h3>
        <ActList events={line.events} />
      </section>
    </div>
  )
}
