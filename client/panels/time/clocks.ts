import { CLOCK_WORDS } from '../../state/time/lanes.ts'
import type { Clock } from '../../state/view/view.ts'
import type { Segment } from '../parts/Segments.tsx'

export const CLOCKS: readonly Segment<Clock>[] = [
  { value: 'HAPPENED', words: CLOCK_WORDS.HAPPENED },
  { value: 'KNOWN', words: CLOCK_WORDS.KNOWN },
]
