import { useStore } from '@nanostores/react'
import { CircleQuestionMark, FilePlus2, Upload } from 'lucide-react'
import { openExport } from '../../state/export/dialog.ts'
import { $help, turnHelp } from '../../state/help.ts'
import { openImport } from '../../state/import/dialog.ts'
import { $mayWrite } from '../../state/session.ts'
import { IconButton } from '../parts/IconButton.tsx'
import { NARROW, PHONE, useMedia } from '../parts/use-media.ts'
import { AskBox } from '../ask/AskBox.tsx'
import { Reload } from '../shell/Reload.tsx'
import { SkipLinks } from '../shell/SkipLinks.tsx'
import { Account } from './Account.tsx'
import { CasePicker } from './CasePicker.tsx'
import { CopyLink } from './CopyLink.tsx'
import { PhoneBar } from './PhoneBar.tsx'
import { ThemeButton } from './ThemeButton.tsx'
import { UndoRedo } from './UndoRedo.tsx'

/** The name, the case, the box for questions, and what is done with the whole view. */
export function TopBar() {
  const helps = useStore($help)
  const mayWrite = useStore($mayWrite)
  const narrow = useMedia(NARROW)
  if (useMedia(PHONE)) return <PhoneBar />
  return (
    <header className="top-bar">
      <SkipLinks />
      <div className="top-start">
        <span className="name">Entente</span>
        <CasePicker />
      </div>
      <AskBox />
      <div className="top-end">
        <UndoRedo />
        <CopyLink wordless={narrow} />
        <IconButton
          label="Export"
          tip="Export the picture, a table, or print"
          {...(narrow ? {} : { words: 'Export' })}
          icon={<Upload size={16} />}
          onPress={() => openExport()}
        />
        {mayWrite ? (
          <IconButton label="Import" tip="Import event data" icon={<FilePlus2 size={16} />} onPress={openImport} />
        ) : null}
        {mayWrite ? <Reload /> : null}
        <ThemeButton />
        <IconButton
          label="Keyboard"
          keys={['?']}
          icon={<CircleQuestionMark size={17} />}
          expanded={helps}
          onPress={turnHelp}
        />
        <Account />
      </div>
    </header>
  )
}
