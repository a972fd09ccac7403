import { useStore } from '@nanostores/react'
import { useState, type KeyboardEvent } from 'react'
import { change, search, whenFound } from '../../state/actions.ts'
import { $matches } from '../../state/app.ts'
import { latest } from '../../state/loaded.ts'
import type { ActorMatch } from '../../state/types.ts'
import { withSelection } from '../../state/view/steps.ts'
import { ACTOR_KIND_WORDS } from '../../state/words/words.ts'
import { ActorMark } from '../parts/ActorMark.tsx'

/** Finds an actor by any of its names; picking one opens it. */
export function SearchBox() {
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const loaded = useStore($matches)
  const matches = latest(loaded) ?? []
  const shown = open && text.trim() !== ''

  function type(value: string): void {
    setText(value)
    setOpen(true)
    setActive(0)
    search(value)
  }

  function pick(match: ActorMatch | undefined): void {
    if (!match) return
    setText('')
    setOpen(false)
    search('')
    change((view) => withSelection(view, { what: 'actor', id: match.actor.id }))
  }

  function onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && shown) {
      event.stopPropagation()
      setOpen(false)
    } else if (event.key === 'Enter') {
      if (loaded.state === 'ok') pick(matches[active])
      else if (loaded.state === 'loading') whenFound((found) => pick(found[0]))
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive(matches.length === 0 ? 0 : (active + step + matches.length) % matches.length)
    }
  }

  return (
    <search className="search">
      <input
        id="search"
        type="text"
        role="combobox"
        aria-label="Search actors"
        aria-expanded={shown}
        aria-controls="matches"
        aria-autocomplete="list"
        aria-activedescendant={shown && matches[active] ? `match-${active}` : undefined}
        placeholder="Search actors   /"
        autoComplete="off"
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={onKey}
        onBlur={() => setOpen(false)}
      />
      <div className="matches" hidden={!shown}>
        {/* The combobox pattern: the focus stays in the field, which names the option that it is on. */}
        <ul
          id="matches"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/prefer-tag-over-role -- the combobox pattern; no tag has this role and this look
          role="listbox"
          aria-label="Actors found"
        >
          {shown
            ? matches.map((match, place) => (
                <li
                  key={match.actor.id}
                  id={`match-${place}`}
                  // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/prefer-tag-over-role -- the combobox pattern; no tag has this role and this look
                  role="option"
                  aria-selected={place === active}
                  // The press, not the click: the click comes after the field has lost the focus and closed the list.
                  onMouseDown={(event) => {
                    event.preventDefault()
                    pick(match)
                  }}
                >
                  <ActorMark kind={match.actor.kind} />
                  <span>{match.actor.name}</span>
                  <span className="quiet">
                    {match.matched === match.actor.name ? '' : `“${match.matched}”, `}
                    {ACTOR_KIND_WORDS[match.actor.kind].toLowerCase()}
                  </span>
                </li>
              ))
            : null}
        </ul>
        {loaded.state === 'ok' && matches.length === 0 ? <output>No actor by that name.</output> : null}
        {loaded.state === 'error' ? <output>{loaded.sentence}</output> : null}
      </div>
    </search>
  )
}
