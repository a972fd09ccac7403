import { useStore } from '@nanostores/react'
import { Menu as MenuIcon, Search, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { $history, $view } from '../../state/app.ts'
import { openExport } from '../../state/export/dialog.ts'
import { openImport } from '../../state/import/dialog.ts'
import { $mayWrite } from '../../state/session.ts'
import { chooseTheme } from '../../state/theme.ts'
import { redoSaid, undoSaid } from '../../state/undo-said.ts'
import { AskBox } from '../ask/AskBox.tsx'
import { IconButton } from '../parts/IconButton.tsx'
import { MenuButton } from '../parts/MenuButton.tsx'
import { SkipLinks } from '../shell/SkipLinks.tsx'
import { CasePicker } from './CasePicker.tsx'
import { CopyLink } from './CopyLink.tsx'

const ACTIONS = {
  undo: { words: 'Undo', does: undoSaid },
  redo: { words: 'Redo', does: redoSaid },
  export: { words: 'Export', does: () => openExport() },
  import: { words: 'Import', does: openImport },
  system: { words: 'Colours as the system', does: () => chooseTheme('system') },
  light: { words: 'Light', does: () => chooseTheme('light') },
  dark: { words: 'Dark', does: () => chooseTheme('dark') },
} as const

/** The top bar of a phone: a name, and three buttons of 44 pixels; the box for questions opens in its place. */
export function PhoneBar() {
  const { past, future } = useStore($history)
  const { ask, selection } = useStore($view)
  const mayWrite = useStore($mayWrite)
  // It is open for as long as nothing else is asked or opened.
  const [asksAt, setAsksAt] = useState<readonly unknown[] | null>(null)
  const asks = asksAt !== null && asksAt[0] === ask && asksAt[1] === selection

  useEffect(() => {
    if (asks) document.getElementById('search')?.focus()
  }, [asks])

  const steps = { undo: past.at(-1), redo: future.at(-1) }
  const choices = (Object.keys(ACTIONS) as (keyof typeof ACTIONS)[])
    .filter((each) => (each !== 'undo' && each !== 'redo') || steps[each])
    .filter((each) => each !== 'import' || mayWrite)
    .map((each) => {
      const step = each === 'undo' || each === 'redo' ? steps[each] : undefined
      return { value: each, words: step ? `${ACTIONS[each].words}: ${step.name}` : ACTIONS[each].words }
    })

  return (
    <header className={asks ? 'top-bar phone asks' : 'top-bar phone'}>
      <SkipLinks />
      {asks ? (
        <AskBox />
      ) : (
        <>
          <span className="name">Entente</span>
          <CasePicker />
        </>
      )}
      <IconButton
        label={asks ? 'Close the search' : 'Ask or search'}
        icon={asks ? <X size={20} /> : <Search size={20} />}
        expanded={asks}
        onPress={() => setAsksAt(asks ? null : [ask, selection])}
      />
      {asks ? null : (
        <>
          <CopyLink wordless />
          <MenuButton label="More" className="icon-button" choices={choices} onChoose={(each) => ACTIONS[each].does()}>
            <MenuIcon size={20} aria-hidden />
          </MenuButton>
        </>
      )}
    </header>
  )
}
