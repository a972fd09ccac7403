import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'

export interface Choice {
  readonly id: string
  readonly view: ReactNode
  readonly choose: () => void
}

interface Props {
  readonly label: string
  readonly placeholder: string
  readonly choices: readonly Choice[]
  /** Said in place of choices where there is none. */
  readonly none: string
  /** What is typed is still looked for: Enter waits for it. */
  readonly looking?: boolean
  readonly onType: (text: string) => void
}

/** A field above a list: typing narrows it, arrows go through it, Enter takes one. */
export function Choices({ label, placeholder, choices, none, looking = false, onType }: Props) {
  const list = useId()
  const [at, setAt] = useState(0)
  const entered = useRef(false)
  const place = Math.min(at, choices.length - 1)

  useEffect(() => {
    if (!entered.current || looking) return
    entered.current = false
    choices[0]?.choose()
  }, [looking, choices])

  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setAt((place + step + choices.length) % Math.max(1, choices.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (looking) entered.current = true
      else choices[place]?.choose()
    }
  }

  return (
    <>
      <input
        className="slot-field"
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={choices[place] ? `${list}-${place}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={placeholder}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it is what the slot was opened for
        autoFocus
        onKeyDown={onKey}
        onChange={({ target }) => {
          setAt(0)
          entered.current = false
          onType(target.value)
        }}
      />
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the combobox pattern; no tag has this role and this look */}
      <div className="slot-options" role="listbox" id={list} aria-label={label}>
        {choices.map((choice, number) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field has the keys
          <div
            key={choice.id}
            id={`${list}-${number}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as the list
            role="option"
            aria-selected={number === place}
            data-active={number === place ? '' : undefined}
            ref={(option) => {
              if (number === place) option?.scrollIntoView({ block: 'nearest' })
            }}
            onPointerMove={() => setAt(number)}
            onClick={choice.choose}
          >
            {choice.view}
          </div>
        ))}
      </div>
      {choices.length === 0 ? <output className="quiet">{none}</output> : null}
    </>
  )
}
