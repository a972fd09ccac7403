import { Flag, Funnel, List, Shapes } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from '../parts/IconButton.tsx'
import type { LeftSection } from './use-floating.ts'

interface Props {
  readonly opened: LeftSection | null
  readonly onTurn: (section: LeftSection) => void
}

const ENTRIES: readonly { readonly section: LeftSection; readonly words: string; readonly icon: ReactNode }[] = [
  { section: 'left-questions', words: 'Questions', icon: <List size={18} /> },
  { section: 'left-kinds', words: 'Kinds of act', icon: <Funnel size={18} /> },
  { section: 'left-claims', words: 'Claims', icon: <Flag size={18} /> },
  { section: 'left-actors', words: 'Actors', icon: <Shapes size={18} /> },
]

/** A button for each section of the left column. */
export function Rail({ opened, onTurn }: Props) {
  return (
    <ul className="rail">
      {ENTRIES.map(({ section, words, icon }) => (
        <li key={section}>
          <IconButton label={words} icon={icon} expanded={opened === section} onPress={() => onTurn(section)} />
        </li>
      ))}
    </ul>
  )
}
