import type { EventKind } from '../../state/types.ts'
import { KINDS } from '../../state/view/view.ts'

interface Props {
  /** Of each event. */
  readonly kinds: readonly EventKind[]
  /** Events of the highest bar. */
  readonly most: number
  /** Of the lane, px. */
  readonly height: number
}

/** Events of one day or longer, a part for each kind, as high as they are many. */
export function Bar({ kinds, most, height }: Props) {
  return KINDS.map((kind) => {
    const many = kinds.filter((each) => each === kind).length
    return many === 0 ? null : <span key={kind} className={`part ${kind}`} style={{ height: (many / most) * height }} />
  })
}
