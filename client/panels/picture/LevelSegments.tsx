import { useStore } from '@nanostores/react'
import { Columns2 } from 'lucide-react'
import { change } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import { withBoth, withLevel } from '../../state/view/steps.ts'
import { Segments, type Segment } from '../parts/Segments.tsx'

type Choice = 'ACTOR' | 'TOP' | 'both'

const LEVELS: readonly Segment<Choice>[] = [
  { value: 'ACTOR', words: 'Actors' },
  { value: 'TOP', words: 'Top level' },
]
const BOTH: Segment<Choice> = { value: 'both', words: 'Both', icon: <Columns2 size={14} aria-hidden="true" /> }

/** Actors, top level, or both beside each other; while two days are compared there is one level. */
export function LevelSegments() {
  const { level, both, compare } = useStore($view)
  return (
    <Segments
      legend="Level"
      chosen={both ? 'both' : level}
      segments={compare === null ? [...LEVELS, BOTH] : LEVELS}
      onChoose={(value) => change((view) => (value === 'both' ? withBoth(view) : withLevel(view, value)))}
    />
  )
}
