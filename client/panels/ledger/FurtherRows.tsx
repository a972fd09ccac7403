import { useStore } from '@nanostores/react'
import { useEffect, useRef, type RefObject } from 'react'
import type { FurtherRows as Further } from '../../state/answers/answer.ts'
import { $further, askFurther } from '../../state/answers/further.ts'

interface Props {
  readonly further: Further | null
  readonly scroller: RefObject<HTMLElement | null>
}

/** How many rows are shown of all, and the way to the next; the focus goes to the first that has come. */
export function FurtherRows({ further, scroller }: Props) {
  const loaded = useStore($further)
  const shown = useRef<ReadonlySet<string | undefined> | null>(null)

  useEffect(() => {
    const before = shown.current
    shown.current = null
    if (before)
      linesIn(scroller)
        .find(({ dataset }) => !before.has(dataset['line']))
        ?.focus()
  }, [further, scroller])

  if (!further) return null
  const busy = loaded.state === 'loading'
  return (
    <p className="ledger-foot" aria-busy={busy}>
      <span className="ledger-foot-words">
        <strong>{further.says}</strong> <span role="alert">{loaded.state === 'error' ? loaded.sentence : ''}</span>
      </span>
      <button
        type="button"
        className="button bare"
        aria-disabled={busy}
        onClick={() => {
          shown.current = new Set(linesIn(scroller).map(({ dataset }) => dataset['line']))
          askFurther()
        }}
      >
        {further.does}
      </button>
    </p>
  )
}

function linesIn(scroller: RefObject<HTMLElement | null>): readonly HTMLElement[] {
  return [...(scroller.current?.querySelectorAll<HTMLElement>('[data-answer=rows] tr[data-line]') ?? [])]
}
