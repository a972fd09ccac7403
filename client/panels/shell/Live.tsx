import { useStore } from '@nanostores/react'
import { $said } from '../../state/say.ts'

/** The one place where the page speaks by itself. Each thing said is a paragraph of its own, so that the same words are heard again. */
export function Live() {
  const said = useStore($said)
  return (
    <output className="unseen" aria-live="polite" aria-atomic="false">
      {said.map(({ turn, text }) => (
        <span key={turn}>{text} </span>
      ))}
    </output>
  )
}
