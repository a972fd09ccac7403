import { useStore } from '@nanostores/react'
import { Clock, Funnel, Menu, Waypoints } from 'lucide-react'
import { $tab, TAB_WORDS } from '../../state/phone.ts'

const TABS = [
  { tab: 'answer', icon: <Menu size={20} aria-hidden /> },
  { tab: 'picture', icon: <Waypoints size={20} aria-hidden /> },
  { tab: 'time', icon: <Clock size={20} aria-hidden /> },
  { tab: 'filters', icon: <Funnel size={20} aria-hidden /> },
] as const

/** What a phone shows of the page. */
export function PhoneTabs() {
  const chosen = useStore($tab)
  return (
    <nav className="phone-tabs" aria-label="Parts of the page">
      {TABS.map(({ tab, icon }) => (
        <button key={tab} type="button" aria-current={tab === chosen} onClick={() => $tab.set(tab)}>
          {icon}
          {TAB_WORDS[tab]}
        </button>
      ))}
    </nav>
  )
}
