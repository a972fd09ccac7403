import { allChips, type Chip, type Draft } from './draft.ts'
import { read, type Reading } from './read.ts'

/** What is typed becomes chips as far as all ways to understand it agree, and as far as something stands behind them. */
export function type(draft: Draft, text: string): Draft {
  const typed = { ...draft, text }
  const readings = read(typed)
  const [best] = readings
  if (!best) return typed
  const alike = readings.filter(({ sure }) => sure === best.sure)
  const agreed = best.chips.slice(0, agreedOf(alike.map(({ chips }) => chips)))
  // What is typed last may go on: `who` may become `whole`.
  if (agreed.length < best.at || best.sure < best.at || agreed.length <= draft.chips.length) return typed
  if (best.text === '' && !/\s$/u.test(text)) return typed
  return { ...behind(draft, best), chips: agreed, text: text.slice(best.from).trimStart() }
}

/** Chips stand behind what is typed only while a pattern is filled in. */
function behind(draft: Draft, { pattern, at }: Reading): Pick<Draft, 'pattern' | 'after'> {
  if (!draft.pattern || draft.after.length === 0) return { pattern: draft.pattern, after: [] }
  return { pattern, after: allChips(draft, pattern).slice(at + 1) }
}

/** How many chips from the first on are the same in all. */
function agreedOf(all: readonly (readonly Chip[])[]): number {
  const [first = []] = all
  const differs = first.findIndex((chip, place) =>
    all.some((chips) => JSON.stringify(chips[place]) !== JSON.stringify(chip)),
  )
  return differs < 0 ? first.length : differs
}
