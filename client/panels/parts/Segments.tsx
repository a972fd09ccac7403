import type { ReactNode } from 'react'

export interface Segment<T extends string> {
  readonly value: T
  readonly words: string
  readonly icon?: ReactNode
  /** Why it cannot be chosen now; it is then there, grey, and says so. */
  readonly off?: string | undefined
}

interface Props<T extends string> {
  /** What is chosen here; heard, not seen. */
  readonly legend: string
  readonly segments: readonly Segment<T>[]
  readonly chosen: T
  readonly onChoose: (value: T) => void
}

/** One of a few, side by side. */
export function Segments<T extends string>({ legend, segments, chosen, onChoose }: Props<T>) {
  return (
    <fieldset className="segments">
      <legend className="unseen">{legend}</legend>
      {segments.map(({ value, words, icon, off }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === chosen}
          aria-disabled={off !== undefined}
          title={off}
          onClick={() => {
            if (off === undefined) onChoose(value)
          }}
        >
          {icon}
          {words}
        </button>
      ))}
    </fieldset>
  )
}
