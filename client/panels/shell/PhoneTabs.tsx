import { useStore } from '@nanostores/react'
import { Clock, Funnel, Menu, Waypoints } from 'lucide-react'
import { $tab } from '../../state/phone.ts'

const TABS = [
  { tab: 'answer', words: 'Answer', icon: <Menu size={20} aria-hidden /> },
  { tab: 'picture', words: 'Picture', icon: <Waypoints size={20} aria-hidden /> },
  { tab: 'time', words: 'Time', icon: <Clock size={20} aria-hidden /> },
  { tab: 'filters', words: 'Filters', icon: <Funnel size={20} aria-hidden /> },
] as const

/** What a phone shows of the page. */
export function PhoneTabs() {
  const chosen = useStore($tab)
  return (
    <nav className="phone-tabs" aria-label="Parts of the page">
      {TABS.map(({ tab, words, icon }) => (
        <button key={tab} type="button" aria-current={tab === chosen} onClick={() => $tab.set(tab)}>
          {icon}
          {words}
        </button>
      ))}
    </nav>
  )
}
