import { formatDay, type Day } from '../../domain/days.ts'
import type { Surface } from '../rows/row.ts'
import { checkAnswers, withAnswer } from './answers.ts'
import type { NameAnswers, Names, Resolved } from './names.ts'
import { resolveSurface } from './resolve-surface.ts'

/** Names that are remembered at most, twice: those of late and those before them. */
const REMEMBERED = 50_000

/**
 * A resolver of names. The same surface always gives the same answer, and mostly the same object.
 *
 * @param answers to what was asked, by surface name.
 * @throws RangeError where an answer is no id.
 */
export function createNames(answers: NameAnswers = {}): Names {
  checkAnswers(answers)
  let late = new Map<string, Resolved>()
  let before = new Map<string, Resolved>()

  function remembered(surface: Surface): Resolved {
    const key = keyOf(surface)
    const known = late.get(key)
    if (known) return known
    const found = before.get(key) ?? withAnswer(resolveSurface(surface, ''), surface.name, answers)
    if (late.size >= REMEMBERED) {
      before = late
      late = new Map()
    }
    late.set(key, found)
    return found
  }

  return {
    resolve(surface: Surface, day: Day): Resolved {
      // Numbers of states mean another state on another day.
      if (surface.code?.system === 'COW') {
        return withAnswer(resolveSurface(surface, formatDay(day)), surface.name, answers)
      }
      return remembered(surface)
    },
  }
}

function keyOf({ name, country, code, sectors }: Surface): string {
  if (country === null && code === null && sectors.length === 0) return name
  return `${name}\0${country ?? ''}\0${code?.system ?? ''}\0${code?.text ?? ''}\0${sectors.join('\0')}`
}
