import { useStore } from '@nanostores/react'
import { change } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import { CHANGE_WORDS } from '../../state/time/change-words.ts'
import { countChanges } from '../../state/time/changes.ts'
import type { Comparison } from '../../state/time/compare.ts'
import { withoutDay } from '../../state/time/compared-words.ts'
import { CHANGES } from '../../state/view/view.ts'
import { ChangeMark } from './ChangeMark.tsx'

/** How many events changed in which way; each count shows only those. */
export function ChangeFilters({ comparison }: { readonly comparison: Comparison }) {
  const { changes } = useStore($view)
  const counts = countChanges(comparison.changes)
  const open = withoutDay(comparison)
  return (
    <div className="change-filters">
      {CHANGES.map((each) => (
        <button
          key={each}
          type="button"
          className="change-filter"
          aria-pressed={changes === each}
          // A filter that would leave nothing is no choice.
          aria-disabled={counts[each] === 0 && changes !== each}
          onClick={() => {
            if (counts[each] === 0 && changes !== each) return
            change((view) => ({ ...view, changes: view.changes === each ? null : each }))
          }}
        >
          <ChangeMark change={each} />
          {CHANGE_WORDS[each]} <strong>{counts[each]}</strong>
        </button>
      ))}
      {open > 0 ? (
        <span className="quiet">
          For {open} {open === 1 ? 'it' : 'of them it'} is not stated whether {open === 1 ? 'it' : 'they'} had happened
          by then.
        </span>
      ) : null}
    </div>
  )
}
