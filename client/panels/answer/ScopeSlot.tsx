import { useStore } from '@nanostores/react'
import { useState } from 'react'
import { change } from '../../state/actions.ts'
import { $scopes } from '../../state/answers/frame.ts'
import { folded, holdsWords } from '../../state/answers/narrow.ts'
import { withSlot } from '../../state/view/steps.ts'
import { Choices, type Choice } from './Choices.tsx'
import { SlotButton } from './SlotButton.tsx'

/** The slot for words that the scope of an act must hold. */
export function ScopeSlot({ text, empty }: { readonly text: string; readonly empty: boolean }) {
  return (
    <SlotButton label="Scope" text={text} className={empty ? 'slot any' : 'slot'}>
      {(close) => <Picker empty={empty} close={close} />}
    </SlotButton>
  )
}

function Picker({ empty, close }: { readonly empty: boolean; readonly close: () => void }) {
  const [text, setText] = useState('')
  const scopes = useStore($scopes)
  const typed = text.trim()
  const choose = (scope: string | null) => () => {
    change((view) => withSlot(view, { scope }))
    close()
  }
  const choices: Choice[] = [
    ...(typed === '' ? [] : [{ id: 'typed', view: `Scopes with “${typed}”`, choose: choose(typed) }]),
    ...(typed === '' && !empty ? [{ id: 'any', view: 'Any scope', choose: choose(null) }] : []),
    ...scopes
      .filter((scope) => holdsWords(folded(typed), scope))
      .map((scope) => ({ id: `scope ${scope}`, view: scope, choose: choose(scope) })),
  ]
  return (
    <Choices
      label="Scope"
      placeholder="Words of the scope"
      choices={choices}
      none="No scope is stated here."
      onType={setText}
    />
  )
}
