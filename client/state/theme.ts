import { atom, computed } from 'nanostores'
import { preference } from './preference.ts'

export type ThemeChoice = 'system' | 'light' | 'dark'
export type Theme = 'light' | 'dark'

const chosen = preference<ThemeChoice>('theme', ['system', 'light', 'dark'])
const $systemIsDark = atom(false)

export const $themeChoice = chosen.$chosen
export const chooseTheme = chosen.choose

/** The colours that hold: those chosen, else those of the system. */
export const $theme = computed([$themeChoice, $systemIsDark], (choice, dark): Theme => {
  return choice === 'system' ? (dark ? 'dark' : 'light') : choice
})

/** Keeps `data-theme` of the page true to the choice and to the system. It is set before the listeners of `$theme` are called. */
export function keepTheme(): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  $theme.subscribe((theme) => {
    document.documentElement.dataset['theme'] = theme
  })
  $systemIsDark.set(system.matches)
  system.addEventListener('change', ({ matches }) => $systemIsDark.set(matches))
}
