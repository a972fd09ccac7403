import { useStore } from '@nanostores/react'
import { Monitor, Moon, Sun } from 'lucide-react'
import { $theme, $themeChoice, chooseTheme } from '../../state/theme.ts'
import { MenuButton } from '../parts/MenuButton.tsx'

const CHOICES = [
  { value: 'system', words: 'As the system', icon: <Monitor size={15} aria-hidden /> },
  { value: 'light', words: 'Light', icon: <Sun size={15} aria-hidden /> },
  { value: 'dark', words: 'Dark', icon: <Moon size={15} aria-hidden /> },
] as const

/** Light, dark, or as the system has it. */
export function ThemeButton() {
  const choice = useStore($themeChoice)
  const theme = useStore($theme)
  return (
    <MenuButton label="Colours" className="icon-button" choices={CHOICES} chosen={choice} onChoose={chooseTheme}>
      {theme === 'dark' ? <Sun size={16} aria-hidden /> : <Moon size={16} aria-hidden />}
    </MenuButton>
  )
}
