import { atom, computed } from 'nanostores'
import { $asKnownOn, $collection, $names, $network, $questions, $view } from '../app.ts'
import { baseFilter } from '../answers/context.ts'
import { hold } from '../held.ts'
import { remember } from '../answers/names.ts'
import { latest } from '../loaded.ts'
import type { ActorName } from '../types.ts'
import { $counts, countFor, countKey, forgetCounts, type CountContext } from './counts.ts'
import { NO_DRAFT, type Draft } from './draft.ts'
import type { Finished } from './finished.ts'
import { $found, forgetFound, forgiveFinding, lookFor } from './find.ts'
import { inOrder, matchNames, namedExactly, type Match } from './match.ts'
import { read } from './read.ts'
import { matchesOf, nearTexts, searchedTexts, suggest, type Told } from './suggest.ts'
import type { Suggestion } from './suggestion.ts'
import { actorNote, actorsByTies, exampleWords, partsOf, scopesOf, tailWords, tiesByActor, tieWords } from './told.ts'

/** What is typed in the box. It is no choice of the view yet: no address holds it. */
export const $draft = atom<Draft>(NO_DRAFT)

/** Typing goes on while nothing is asked: the server hears of it when it rests so long. */
const REST_MS = 120

const $context = computed([$collection, $view, $asKnownOn], (collection, view, asKnownOn): CountContext | null => {
  return collection && { collection, view, asKnownOn }
})

const $told = computed(
  [$draft, $found, $counts, $network, $names, $questions, $context],
  (draft, found, counts, network, names, questions, context): Told => {
    const shown = latest(network)?.network ?? null
    const texts = latest(found)
    const numbers = latest(counts)
    const ties = tiesByActor(shown)
    return {
      matches: (text) => matchesFor(text, texts?.get(text) ?? null, names, ties),
      actors: actorsByTies(shown, names),
      scopes: scopesOf(shown, read(draft)[0]?.pattern ?? null),
      days: daysOf(context, questions),
      tailOf: (finished) => {
        const key = context && countKey(finished, context)
        const number = key === null ? undefined : numbers?.get(key)
        return number === undefined ? null : tailWords(finished, number)
      },
      noteOf: (match) => actorNote(match, shown),
      hasParts: ({ actor }) => partsOf(actor.id, shown) > 0,
      tiesOf: tieWords,
      exampleOf: (pattern) => exampleWords(pattern, shown, questions),
    }
  },
)

/** What the page itself knows stands until the server has answered: aliases and near misses come with it. */
function matchesFor(
  text: string,
  found: readonly Match[] | null,
  names: ReadonlyMap<string, ActorName>,
  ties: ReadonlyMap<string, number>,
): readonly Match[] | null {
  if (found) return inOrder(found, text, ties)
  const exactly = namedExactly(text, names.values())
  if (exactly) return [{ actor: exactly, matched: exactly.name, ties: null }]
  const own = matchNames(text, names.values())
  return own.length > 0 ? inOrder(own, text, ties) : null
}

function daysOf(
  context: CountContext | null,
  questions: readonly { readonly dates: readonly string[] }[],
): readonly string[] {
  const days = [context?.asKnownOn, context?.collection.defaultAsKnownOn, ...questions.flatMap(({ dates }) => dates)]
  return [...new Set(days.filter((day): day is string => !!day))].sort().reverse()
}

/** The lines under the box. */
export const $suggestions = computed([$draft, $told], (draft, told): readonly Suggestion[] => suggest(draft, told))

/** What there is to say where lines are missing: who was not found, or that the server does not answer. Null: nothing. */
export const $boxNote = computed([$draft, $found, $told], (draft, found, told): string | null => {
  const text = draft.text.trim()
  if (text === '') return null
  if (found.state === 'error') return `${found.sentence} Names that the page knows are found meanwhile.`
  const looked = latest(found)
  if (found.state !== 'ok' || !looked || read(draft).length > 0) return null
  if (searchedTexts(draft).some((each) => (looked.get(each) ?? []).length > 0 || !looked.has(each))) return null
  return matchesOf(draft, told).length > 0 ? 'No actor by that name. Nearest:' : 'No actor by that name.'
})

let timer: ReturnType<typeof setTimeout> | undefined

/** Goes on with a draft, and asks the server for what it needs once typing rests. */
export function goOnWith(draft: Draft): void {
  $draft.set(draft)
  clearTimeout(timer)
  timer = setTimeout(askServer, draft.text.trim() === '' ? 0 : REST_MS)
}

/** Empties the box; what runs for it is dropped. */
export function emptyBox(): void {
  clearTimeout(timer)
  $draft.set(NO_DRAFT)
  forgetFound()
  forgetCounts()
}

/** After the server was away: asks for what failed. */
export function askBoxAgain(): void {
  if ($found.get().state !== 'error' && $counts.get().state !== 'error') return
  forgiveFinding()
  forgetCounts()
  askServer()
}

/** After the database was read anew: asks again for what stands under what is typed. */
export function askBoxAnew(): void {
  forgetFound()
  forgetCounts()
  if ($draft.get().text.trim() !== '') askServer()
}

hold({ clear: emptyBox })

function askServer(): void {
  const context = $context.get()
  if (!context) return
  const draft = $draft.get()
  const looked = latest($found.get())
  const texts = searchedTexts(draft)
  const nobody = looked !== null && texts.every((text) => looked.get(text)?.length === 0)
  lookFor(nobody ? nearTexts(draft) : texts, baseFilter(context))
  countFor(finishedOnes(), context)
}

function finishedOnes(): readonly Finished[] {
  return $suggestions
    .get()
    .flatMap(({ group, does }) => (group === 'finish' && does.what === 'ask' ? does.finished : []))
}

$found.listen((found) => {
  if (found.state === 'ok') askServer()
})
$counts.listen((counts) => {
  if (counts.state === 'ok') askServer()
})

/** Keeps the names of those in a question, which may be in no network that is shown. */
export function rememberActors(finished: Finished): void {
  if (finished.what === 'ask') finished.actors.forEach(remember)
}

/** Calls once the lines are those of what is typed: at once where nothing is on its way. What is typed meanwhile ends the waiting. */
export function whenFound(call: () => void): void {
  const draft = $draft.get()
  const settled = () => {
    const found = $found.get()
    const texts = searchedTexts(draft)
    return found.state === 'error' || texts.every((text) => latest(found)?.has(text) === true)
  }
  if (settled()) return call()
  clearTimeout(timer)
  askServer()
  const stop = $found.listen(() => {
    if ($draft.get() !== draft) return stop()
    if (!settled()) return
    stop()
    call()
  })
}
