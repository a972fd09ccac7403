import { useStore } from '@nanostores/react'
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { $help, $letters, chooseLetters } from '../../state/help.ts'
import { Keys } from '../parts/Keys.tsx'
import { KEY_GROUPS } from './key-words.ts'

/** The list of keys, in the place of the details. Single letters can be switched off here. */
export function KeySheet() {
  const letters = useStore($letters)
  const panel = useRef<HTMLElement>(null)

  useEffect(() => {
    const opener = document.activeElement
    panel.current?.focus()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus()
    }
  }, [])

  return (
    <aside ref={panel} className="details key-sheet" id="details" aria-label="Keyboard" tabIndex={-1}>
      <header>
        <h2>Keyboard</h2>
        <button type="button" className="close" aria-label="Close the list of keys" onClick={() => $help.set(false)}>
          <X size={16} aria-hidden />
        </button>
      </header>
      {KEY_GROUPS.map(({ title, rows }) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl>
            {rows.map(({ keys, does }) => (
              <div key={does}>
                <dt>
                  <Keys keys={keys} />
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section>
        <label className="letters">
          <input
            type="checkbox"
            checked={letters === 'on'}
            onChange={({ target }) => chooseLetters(target.checked ? 'on' : 'off')}
          />
          <span>Keys of a single letter, digit or sign</span>
        </label>
        <p className="quiet">They hold outside fields. Switched off, nothing happens by a slip or by dictation.</p>
      </section>
    </aside>
  )
}
