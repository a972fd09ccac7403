import { useStore } from '@nanostores/react'
import { useEffect, useMemo, useState } from 'react'
import { change } from '../../state/actions.ts'
import { $slotActors, findActors, foundFor } from '../../state/answers/actor-search.ts'
import { remember } from '../../state/answers/names.ts'
import type { ActorPart } from '../../state/answers/phrase.ts'
import { $network } from '../../state/app.ts'
import { latest } from '../../state/loaded.ts'
import type { ActorName } from '../../state/types.ts'
import { withSlot } from '../../state/view/steps.ts'
import { ACTOR_KIND_WORDS } from '../../state/words/words.ts'
import { ActorMark } from '../parts/ActorMark.tsx'
import { Choices, type Choice } from './Choices.tsx'
import { SlotButton } from './SlotButton.tsx'

/** The slot for an actor: anyone by any name, those of the picture first. */
export function ActorSlot({ part }: { readonly part: ActorPart }) {
  const { what, label, text, actor, empty, any } = part
  const word = empty && text === label
  return (
    <SlotButton
      label={label}
      text={text}
      className={word ? 'slot word' : empty ? 'slot any' : 'slot'}
      mark={actor ? <ActorMark kind={actor.kind} /> : null}
    >
      {(close) => <Picker what={what} label={label} any={empty ? null : any && 'Anyone'} close={close} />}
    </SlotButton>
  )
}

interface PickerProps {
  readonly what: 'by' | 'toward'
  readonly label: string
  /** What emptying the slot is called; null: it is empty, or may not be. */
  readonly any: string | null
  readonly close: () => void
}

function Picker({ what, label, any, close }: PickerProps) {
  const [text, setText] = useState('')
  const found = useStore($slotActors)
  const shown = useShownActors()
  const hits: readonly { actor: ActorName; matched: string }[] | null =
    text.trim() === '' ? shown.map((actor) => ({ actor, matched: actor.name })) : foundFor(text, found)

  useEffect(() => () => findActors(''), [])

  const choose = (actor: ActorName | null) => {
    if (actor) remember(actor)
    change((view) => withSlot(view, { [what]: actor?.id ?? null }))
    close()
  }
  const choices: Choice[] = (hits ?? []).map(({ actor, matched }) => ({
    id: actor.id,
    view: (
      <>
        <ActorMark kind={actor.kind} />
        {actor.name}
        <span className="quiet">{matched === actor.name ? ACTOR_KIND_WORDS[actor.kind].toLowerCase() : matched}</span>
      </>
    ),
    choose: () => choose(actor),
  }))
  if (any !== null && text.trim() === '') {
    choices.unshift({ id: 'anyone', view: any, choose: () => choose(null) })
  }
  return (
    <Choices
      label={label}
      placeholder="Name of an actor"
      choices={choices}
      none={hits ? 'No actor by that name.' : found.state === 'error' ? found.sentence : 'Looking …'}
      looking={hits === null && found.state !== 'error'}
      onType={(typed) => {
        setText(typed)
        findActors(typed)
      }}
    />
  )
}

/** The actors of the picture, those of most events first. */
function useShownActors(): readonly ActorName[] {
  const network = latest(useStore($network))?.network
  return useMemo(() => {
    const ends = new Map<string, number>()
    for (const { actor, target, total } of network?.ties.items ?? []) {
      for (const { id } of [actor, target]) ends.set(id, (ends.get(id) ?? 0) + total)
    }
    const actors = network?.actors.nodes ?? []
    return actors.toSorted((a, b) => (ends.get(b.id) ?? 0) - (ends.get(a.id) ?? 0) || (a.name < b.name ? -1 : 1))
  }, [network])
}
