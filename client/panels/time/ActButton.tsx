import type { CSSProperties, ReactNode } from 'react'
import { change } from '../../state/actions.ts'
import type { EventRow } from '../../state/types.ts'
import { withSelection } from '../../state/view/steps.ts'
import { useLitEvents } from '../parts/use-lit-events.ts'

interface Props {
  readonly className: string
  readonly style: CSSProperties
  readonly name: string
  readonly tip: string
  readonly events: readonly EventRow[]
  readonly stop: { readonly 'data-stop': string; readonly tabIndex: number }
  readonly pressed: boolean
  /** Opens the list of several. */
  readonly onSeveral: (button: HTMLElement, events: readonly EventRow[]) => void
  readonly onTip: (tip: { readonly words: string; readonly left: number } | null) => void
  readonly children: ReactNode
}

/** One act, or several, in a lane: lights its lines while it is pointed at, opens the act, or the list of several. */
export function ActButton({ className, style, name, tip, events, stop, pressed, onSeveral, onTip, children }: Props) {
  const [only] = events
  const several = events.length > 1
  const lit = useLitEvents(events.map(({ id }) => id))

  function point(button: HTMLElement): void {
    lit.light()
    onTip({ words: tip, left: button.offsetLeft })
  }

  function leave(): void {
    lit.leave()
    onTip(null)
  }

  return (
    <button
      type="button"
      className={className}
      style={style}
      aria-label={name}
      aria-haspopup={several ? 'menu' : undefined}
      aria-pressed={several ? undefined : pressed}
      {...stop}
      onClick={({ currentTarget }) => {
        leave()
        if (several) onSeveral(currentTarget, events)
        else if (only) change((view) => withSelection(view, { what: 'event', id: only.id }))
      }}
      onPointerEnter={({ currentTarget }) => point(currentTarget)}
      onPointerLeave={leave}
      onFocus={({ currentTarget }) => point(currentTarget)}
      onBlur={leave}
    >
      {children}
    </button>
  )
}
