import { useStore } from '@nanostores/react'
import { Redo2, Undo2 } from 'lucide-react'
import { $history } from '../../state/app.ts'
import { redoSaid, undoSaid } from '../../state/undo-said.ts'
import { IconButton } from '../parts/IconButton.tsx'

/** Takes the last step back, or takes it again; each says which step that is. */
export function UndoRedo() {
  const { past, future } = useStore($history)
  const last = past.at(-1)
  const next = future.at(-1)
  return (
    <>
      <IconButton
        label="Undo"
        tip={last ? `Undo: ${last.name}` : 'Nothing to undo'}
        keys={['Ctrl', 'Z']}
        icon={<Undo2 size={16} />}
        off={!last}
        onPress={undoSaid}
      />
      <IconButton
        label="Redo"
        tip={next ? `Redo: ${next.name}` : 'Nothing to redo'}
        keys={['Ctrl', '⇧', 'Z']}
        icon={<Redo2 size={16} />}
        off={!next}
        onPress={redoSaid}
      />
    </>
  )
}
