import { useStore } from '@nanostores/react'
import { Search, X } from 'lucide-react'
import { useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import { change } from '../../state/actions.ts'
import { $collection } from '../../state/app.ts'
import { $boxNote, $draft, $suggestions, emptyBox, goOnWith, rememberActors, whenFound } from '../../state/ask/box.ts'
import { backOver, editSlot, NO_DRAFT, type Draft } from '../../state/ask/draft.ts'
import { withFinished } from '../../state/ask/finished.ts'
import { unreadDay } from '../../state/ask/finish-question.ts'
import { read } from '../../state/ask/read.ts'
import type { Suggestion } from '../../state/ask/suggestion.ts'
import { type } from '../../state/ask/typing.ts'
import { say } from '../../state/say.ts'
import { UNREADABLE } from '../../state/time/read-day.ts'
import { withSelection } from '../../state/view/steps.ts'
import { AskChips, chipsWords } from './AskChips.tsx'
import { AskList } from './AskList.tsx'

/** One field for questions and search. What is understood becomes chips; the list below finishes the question. */
export function AskBox() {
  const draft = useStore($draft)
  const suggestions = useStore($suggestions)
  const note = useStore($boxNote)
  const [open, setOpen] = useState(false)
  const [moved, setMoved] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const list = useId()
  const at = activeOf(suggestions, moved, draft)
  const active = suggestions[at]
  const filled = draft.chips.length > 0 || draft.text !== ''

  function go(next: Draft): void {
    setMoved(null)
    setOpen(true)
    goOnWith(next)
  }

  function close(): void {
    setOpen(false)
    setMoved(null)
  }

  function run({ does }: Suggestion): void {
    if (does.what === 'fill') return go(does.draft)
    close()
    emptyBox()
    if (does.what === 'open') return change((view) => withSelection(view, { what: 'actor', id: does.actor.id }))
    rememberActors(does.finished)
    change((view) => withFinished(view, does.finished, $collection.get()?.defaultAsKnownOn ?? null))
    document.getElementById('answer')?.focus()
  }

  function enter(): void {
    // An actor below a question that is not yet understood whole is not what was asked for.
    const early = active?.group === 'actors' && moved === null && read(draft).length > 0
    if (active && !early) return run(active)
    if (!filled) return
    whenFound(() => {
      const [first] = $suggestions.get()
      if (first && first.group !== 'others') run(first)
    })
  }

  function onKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      if (!open && !filled) return
      event.stopPropagation()
      if (open) close()
      else emptyBox()
    } else if (event.key === 'Enter') enter()
    else if (event.key === 'Tab' && !event.shiftKey) {
      if (!open || !filled || !active?.fills || isSame(active.fills, draft)) return
      event.preventDefault()
      // The field keeps the focus, so what stands in it now is not heard by itself.
      say(active.label)
      go(active.fills)
    } else if (event.key === 'Backspace') {
      const { selectionStart, selectionEnd } = field.current ?? {}
      if (selectionStart !== 0 || selectionEnd !== 0 || draft.chips.length === 0) return
      event.preventDefault()
      go(backOver(draft))
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      const from = at < 0 && step < 0 ? 0 : at
      setMoved(suggestions[(from + step + suggestions.length) % suggestions.length]?.id ?? null)
    }
  }

  function onBlur({ currentTarget, relatedTarget }: FocusEvent): void {
    if (!currentTarget.contains(relatedTarget)) close()
  }

  const edit = (place: number) => {
    go(editSlot(draft, place))
    field.current?.focus()
  }
  const soFar = chipsWords(draft.chips)
  return (
    <search className={open ? 'ask-box open' : 'ask-box'} onBlur={onBlur}>
      <div className="ask-card">
        <label className="ask-field" htmlFor="search">
          <Search className="icon" aria-hidden="true" />
          <AskChips chips={draft.chips} from={0} onEdit={edit} />
          <input
            ref={field}
            id="search"
            type="text"
            role="combobox"
            aria-label={soFar === '' ? 'Ask or search' : `Ask or search: ${soFar}`}
            aria-expanded={open}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={open && at >= 0 ? `${list}-${at}` : undefined}
            placeholder={placeholderOf(draft)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            size={draft.after.length > 0 ? Math.max(8, draft.text.length + 1) : undefined}
            value={draft.text}
            onChange={({ target }) => go(type(draft, target.value))}
            onFocus={() => setOpen(true)}
            onClick={() => setOpen(true)}
            onKeyDown={onKey}
          />
          <AskChips chips={draft.after} from={draft.chips.length + 1} onEdit={edit} />
          {filled ? null : <kbd aria-hidden="true">/</kbd>}
        </label>
        {filled ? (
          <button
            type="button"
            className="ask-clear"
            aria-label="Empty the box"
            onClick={() => {
              go(NO_DRAFT)
              emptyBox()
              field.current?.focus()
            }}
          >
            <X className="icon" aria-hidden="true" />
          </button>
        ) : null}
        <AskList
          id={list}
          open={open}
          suggestions={suggestions}
          at={at}
          fresh={!filled}
          note={unreadDay(draft) === null ? note : UNREADABLE}
          onPick={run}
        />
      </div>
    </search>
  )
}

/** The line that `Enter` takes: where the reader went to, else the first that answers what was typed. */
function activeOf(suggestions: readonly Suggestion[], moved: string | null, draft: Draft): number {
  const at = moved === null ? -1 : suggestions.findIndex(({ id }) => id === moved)
  if (at >= 0) return at
  const empty = draft.chips.length === 0 && draft.text.trim() === ''
  return empty || suggestions[0]?.group === 'others' ? -1 : 0
}

function placeholderOf({ pattern, chips }: Draft): string {
  if (chips.length === 0 && !pattern) return 'Ask or search: who suspended … toward …'
  const part = pattern?.parts[chips.length]
  return part?.what === 'slot' ? part.empty : ''
}

function isSame(a: Draft, b: Draft): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
