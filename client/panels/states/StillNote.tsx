import { stopPicture } from '../../state/actions.ts'
import { count } from '../../state/words/dates.ts'

/** Over a picture that is of before, while the one that was asked for is on its way. */
export function StillNote({ still, seconds }: { readonly still: string; readonly seconds: number }) {
  return (
    <div className="still-note">
      <p>
        Asking{seconds < 2 ? '' : ` for ${count(seconds, 'second')}`} … the picture is still {still}.
      </p>
      <button type="button" className="button" onClick={stopPicture}>
        Stop
      </button>
    </div>
  )
}
