import type { EventKind, Level, Question } from '../types.ts'
import { askOf, isSameAsk, type Ask } from './ask.ts'
import { settled } from './settled.ts'
import {
  CLAIMS,
  DRAWS,
  FIRST_VIEW,
  KINDS,
  SWITCHES,
  isSameSelection,
  type Claim,
  type Draw,
  type ListTab,
  type Moved,
  type Selection,
  type Switch,
  type View,
  type Window,
} from './view.ts'

/** Pure steps from a view to the next. A step that changes nothing gives the same view back. */

export function withCollection(view: View, collection: string): View {
  return { ...FIRST_VIEW, collection, level: view.level, list: view.list }
}

/** A question starts with no switch on and nothing selected; asked again while it stands, it stays as it is. */
export function withAsk(view: View, ask: Ask | null): View {
  if (isSameAsk(view.ask, ask)) return view
  return { ...view, ask, include: [], selection: pairOf(ask), focus: null, compare: null, changes: null }
}

/** Whether two cooperate is shown as their tie, with its scopes under each other. */
function pairOf(ask: Ask | null): Selection | null {
  if (ask?.kind !== 'COOPERATION' || ask.by === null || ask.toward === null) return null
  return { what: 'tie', actor: ask.by, target: ask.toward }
}

/** A prepared question; one that names days opens them, the last as the day of knowing, the first beside it. */
export function withQuestion(view: View, question: Question): View {
  const asked = withAsk(view, askOf(question))
  const [first, ...more] = [...question.dates].sort()
  const last = more.at(-1)
  if (first === undefined) return asked
  if (last === undefined) return { ...asked, asKnownOn: first }
  // Playback then goes by what became known.
  return withCompare({ ...asked, asKnownOn: last, clock: asked.window ? asked.clock : 'KNOWN' }, first)
}

/** Another slot of the same question: what was switched on stays. */
export function withSlot(view: View, slot: Partial<Omit<Ask, 'kind'>>): View {
  if (!view.ask) return view
  const ask = { ...view.ask, ...slot }
  return isSameAsk(view.ask, ask) ? view : { ...view, ask, selection: pairOf(ask) }
}

export function withSwitch(view: View, rule: Switch, on: boolean): View {
  return { ...view, include: SWITCHES.filter((each) => (each === rule ? on : view.include.includes(each))) }
}

export function withKind(view: View, kind: EventKind, shown: boolean): View {
  return { ...view, hidden: KINDS.filter((each) => (each === kind ? !shown : view.hidden.includes(each))) }
}

/** Only this kind; every kind again where it alone was shown. */
export function withOnlyKind(view: View, kind: EventKind): View {
  const others = KINDS.filter((each) => each !== kind)
  const alone = others.every((each) => view.hidden.includes(each)) && !view.hidden.includes(kind)
  return { ...view, hidden: alone ? [] : others }
}

export function withClaim(view: View, claim: Claim, shown: boolean): View {
  return {
    ...view,
    hiddenClaims: CLAIMS.filter((each) => (each === claim ? !shown : view.hiddenClaims.includes(each))),
  }
}

/** All boxes are as the level has them again. A tie holds at one level only, so a selected one is let go. */
export function withLevel(view: View, level: Level): View {
  if (view.level === level && !view.both && view.boxes.length === 0 && view.unfolded.length === 0) return view
  return { ...view, level, both: false, boxes: [], unfolded: [], ...withoutTies(view) }
}

/** Both levels at once; the picture at the left has everything open. A selected tie is let go, as with every level. */
export function withBoth(view: View): View {
  if (view.both) return view
  const alone = { boxes: [], unfolded: [], compare: null, changes: null, list: null }
  return { ...view, ...alone, both: true, ...withoutTies(view) }
}

/** Opens a box that is closed, closes one that is open. @param compact the page is too narrow for those of ACTOR */
export function withBoxTurned(view: View, owner: string, compact = false): View {
  const others = (ids: readonly string[]) => ids.filter((id) => id !== owner)
  const turned = (ids: readonly string[]) => (ids.includes(owner) ? others(ids) : [...ids, owner].sort())
  if (view.both || view.level === 'TOP') return { ...view, boxes: turned(view.boxes), ...withoutTies(view) }
  const [boxes, unfolded] = compact
    ? [others(view.boxes), view.boxes.includes(owner) ? turned(others(view.unfolded)) : turned(view.unfolded)]
    : [turned(view.boxes), others(view.unfolded)]
  return { ...view, boxes, unfolded, ...withoutTies(view) }
}

function withoutTies({ selection, pinned }: View): Pick<View, 'selection' | 'pinned'> {
  return {
    selection: selection?.what === 'tie' ? null : selection,
    pinned: pinned?.what === 'tie' ? null : pinned,
  }
}

export function withSelection(view: View, selection: Selection | null): View {
  return { ...view, selection }
}

/** Keeps these details open, or lets them go. */
export function withPinned(view: View, pinned: Selection | null): View {
  return { ...view, pinned }
}

/** Closes these details, pinned or not. */
export function withClosed(view: View, closed: Selection): View {
  return {
    ...view,
    selection: isSameSelection(view.selection, closed) ? null : view.selection,
    pinned: isSameSelection(view.pinned, closed) ? null : view.pinned,
  }
}

/** The picture is about this actor, the rest is veiled; null: about all. */
export function withFocus(view: View, focus: string | null): View {
  return { ...view, focus }
}

/** Two days beside each other. One day with itself is no comparison. */
export function withCompare(view: View, day: string | null): View {
  if (day === null) return { ...view, compare: null, changes: null }
  return settled({ ...view, compare: day, list: null })
}

/** Takes the comparison off, with the question that is one of two days. */
export function withCompareClosed(view: View): View {
  return withCompare(view.ask?.kind === 'KNOWN_ON' ? withAsk(view, null) : view, null)
}

export function withWindow(view: View, window: Window | null): View {
  return { ...view, window: window && (window.since !== null || window.until !== null) ? window : null }
}

export function withMoved(view: View, moved: Moved): View {
  const others = view.moved.filter(({ actor }) => actor !== moved.actor)
  return { ...view, moved: [...others, moved].sort((a, b) => (a.actor < b.actor ? -1 : 1)) }
}

/** From the picture to the list and back; the list opens where what is selected stands. */
export function withListTurned(view: View): View {
  return { ...view, list: view.list === null ? tabOf(view.selection) : null }
}

function tabOf(selection: Selection | null): ListTab {
  if (selection?.what === 'actor') return 'actors'
  return selection?.what === 'tie' ? 'ties' : 'events'
}

/** By a column from the first on, then from the last on, then in the list's own order again. */
export function withSortTurned(view: View, column: string): View {
  const { sort } = view
  if (sort?.column !== column) return { ...view, sort: { column, descending: false } }
  return { ...view, sort: sort.descending ? null : { column, descending: true } }
}

/** Band, kinds, events, and band again. */
export function withNextDraw(view: View): View {
  const next: Draw | undefined = DRAWS[(DRAWS.indexOf(view.draw) + 1) % DRAWS.length]
  return { ...view, draw: next ?? 'KINDS' }
}

/** What `Esc` does: closes the details, else the focus, the comparison or both levels, else the answer, at last what is pinned. */
export function stepBack(view: View): View {
  if (view.selection) return withSelection(view, null)
  if (view.focus !== null) return { ...view, focus: null }
  if (view.both) return withLevel(view, view.level)
  if (view.compare !== null) return withCompareClosed(view)
  if (view.ask) return withAsk(view, null)
  return view.pinned ? withPinned(view, null) : view
}
