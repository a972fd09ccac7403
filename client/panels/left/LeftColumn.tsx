import { useStore } from '@nanostores/react'
import { useRef } from 'react'
import { $catalogue } from '../../state/app.ts'
import { $mayWrite } from '../../state/session.ts'
import { PHONE, useMedia } from '../parts/use-media.ts'
import { useRailed } from '../parts/use-railed.ts'
import { Notice } from '../shell/Notice.tsx'
import { Reload } from '../shell/Reload.tsx'
import { Account } from '../top/Account.tsx'
import { Actors } from './Actors.tsx'
import { Claims } from './Claims.tsx'
import { Kinds } from './Kinds.tsx'
import { Questions } from './Questions.tsx'
import { Rail } from './Rail.tsx'
import { useFloating } from './use-floating.ts'

/** Questions, then the key of the picture, which counts and hides. Where room is scarce: a rail of buttons that let it float. */
export function LeftColumn() {
  const catalogue = useStore($catalogue)
  const mayWrite = useStore($mayWrite)
  const phone = useMedia(PHONE)
  const railed = useRailed()
  const region = useRef<HTMLElement>(null)
  const { opened, turn } = useFloating(region, railed)

  return (
    <nav ref={region} className={railed ? 'left railed' : 'left'} id="questions" aria-label="Questions" tabIndex={-1}>
      {railed ? <Rail opened={opened} onTurn={turn} /> : null}
      <div className="left-inside" hidden={railed && opened === null}>
        <Notice loaded={catalogue} what="the collections" />
        <Questions />
        <Kinds />
        <Claims />
        <Actors />
        {phone && mayWrite ? <Reload /> : null}
        {phone ? <Account /> : null}
      </div>
    </nav>
  )
}
