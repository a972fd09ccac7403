import { useEffect, useRef } from 'react'
import type { Group, Suggestion } from '../../state/ask/suggestion.ts'
import { AskLine } from './AskLine.tsx'

const GROUPS: readonly Group[] = ['finish', 'actors', 'others']

interface Props {
  readonly id: string
  readonly open: boolean
  readonly suggestions: readonly Suggestion[]
  /** The line that is on. */
  readonly at: number
  /** Nothing is typed. */
  readonly fresh: boolean
  readonly note: string | null
  readonly onPick: (suggestion: Suggestion) => void
}

/** The lines under the field, in their groups. The focus stays in the field, which names the line that is on. */
export function AskList({ id, open, suggestions, at, fresh, note, onPick }: Props) {
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])

  return (
    <div className="ask-list" hidden={!open}>
      <output className="ask-note">{open ? note : null}</output>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the combobox pattern; no tag has this role and this look */}
      <div ref={list} id={id} className="ask-lines" role="listbox" aria-label="Suggestions">
        {open
          ? GROUPS.map((group) => {
              const lines = suggestions.filter((each) => each.group === group)
              if (lines.length === 0) return null
              return (
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the combobox pattern; no tag has this role and this look
                <div key={group} role="group" aria-labelledby={`${id}-${group}`} className="ask-group">
                  <p id={`${id}-${group}`} role="presentation">
                    {title(group, fresh)}
                  </p>
                  {lines.map((line) => {
                    const place = suggestions.indexOf(line)
                    return (
                      <AskLine
                        key={line.id}
                        id={`${id}-${place}`}
                        line={line}
                        on={place === at}
                        place={place + 1}
                        of={suggestions.length}
                        onPick={onPick}
                      />
                    )
                  })}
                </div>
              )
            })
          : null}
      </div>
      <p className="ask-keys" aria-hidden="true">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> move
        </span>
        <span>
          <kbd>Tab</kbd> take
        </span>
        <span>
          <kbd>Enter</kbd> ask
        </span>
        <span>
          <kbd>Esc</kbd> close
        </span>
      </p>
    </div>
  )
}

function title(group: Group, fresh: boolean): string {
  if (group === 'finish') return 'Finish the question'
  if (group === 'actors') return 'Actors'
  return fresh ? 'Questions you can type' : 'Other questions you can type'
}
