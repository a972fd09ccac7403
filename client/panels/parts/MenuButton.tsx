import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'

export interface Choice<T extends string> {
  readonly value: T
  readonly words: string
  readonly note?: string
  readonly icon?: ReactNode
}

interface Props<T extends string> {
  readonly label: string
  /** What stands on the button. */
  readonly children: ReactNode
  readonly className?: string
  readonly choices: readonly Choice<T>[]
  /** The one that holds; it is ticked. */
  readonly chosen?: T | null
  readonly onChoose: (value: T) => void
}

/** A button that opens a menu of one choice among several. */
export function MenuButton<T extends string>(props: Props<T>) {
  const { label, children, className = 'button', choices, chosen, onChoose } = props
  return (
    <MenuTrigger>
      <Button className={className} aria-label={label}>
        {children}
      </Button>
      <Popover className="popover menu-popover" offset={6}>
        <Menu
          className="menu"
          aria-label={label}
          selectionMode={chosen === undefined ? 'none' : 'single'}
          selectedKeys={chosen ? [chosen] : []}
          onAction={(key) => {
            const choice = choices.find(({ value }) => value === key)
            if (choice) onChoose(choice.value)
          }}
        >
          {choices.map(({ value, words, note, icon }) => (
            <MenuItem key={value} id={value} textValue={words} className="menu-item">
              {icon}
              <span>{words}</span>
              {note === undefined ? null : <span className="quiet">{note}</span>}
              {value === chosen ? <Check className="tick" size={14} aria-hidden /> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
