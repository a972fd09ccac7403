import type { Loaded } from '../../state/loaded.ts'
import { Notice } from '../shell/Notice.tsx'
import { PanelButtons } from './PanelButtons.tsx'
import type { PanelProps } from './Panel.tsx'

interface Props extends Pick<PanelProps, 'selection' | 'pinned'> {
  readonly loaded: Loaded<unknown>
  /** Said where it was looked for and is not there. */
  readonly gone: string
}

/** In place of details that are on their way, did not come, or are not there. */
export function Waiting({ selection, pinned, loaded, gone }: Props) {
  return (
    <header>
      <div className="panel-top">
        {loaded.state === 'ok' || loaded.state === 'idle' ? (
          <h2>{gone}</h2>
        ) : (
          <Notice loaded={loaded} what="the details" />
        )}
        <PanelButtons selection={selection} pinned={pinned} />
      </div>
    </header>
  )
}
