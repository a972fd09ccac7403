import { useStore } from '@nanostores/react'
import { $ledger } from '../../state/answers/ledger.ts'
import { $view } from '../../state/app.ts'
import { REGION_WORDS, toRegion, type RegionId } from './regions.ts'

/** The first things that the keyboard comes to: ways past the top bar and the questions. Seen while one has the focus. */
export function SkipLinks() {
  const { list } = useStore($view)
  const table = useStore($ledger)
  const shown: RegionId[] = ['answer', list === null ? 'picture' : 'list']
  if (table) shown.push('table')
  shown.push('time')
  return (
    <ul className="skip-links">
      {shown.map((id) => (
        <li key={id}>
          <a
            href={`#${id}`}
            onClick={(event) => {
              event.preventDefault()
              toRegion(id)
            }}
          >
            Skip to {REGION_WORDS[id]}
          </a>
        </li>
      ))}
    </ul>
  )
}
