import type { Answer } from '../answers/answer.ts'
import type { Asking } from '../answers/asking.ts'
import { windowWords } from '../answers/phrase.ts'
import { isHidden } from '../list/hidden.ts'
import type { ActorName, Collection, EventRow, Network, Tie } from '../types.ts'
import { withAsk, withSelection, withSlot, withSwitch, withWindow } from '../view/steps.ts'
import type { View } from '../view/view.ts'
import { count, dayWords } from '../words/dates.ts'
import { longDayWords } from '../words/months.ts'
import { capitalised } from '../words/words.ts'

/** A way on from where there is nothing. */
export interface WayOn {
  readonly label: string
  readonly step: (view: View) => View
}

/** What to say where nothing is shown: what was looked for, the nearest thing that exists, and ways on, the first the best. */
export interface Nothing {
  readonly title: string
  readonly text: string
  readonly ways: readonly WayOn[]
}

export interface Seen {
  readonly view: View
  readonly collection: Collection
  readonly asKnownOn: string | null
  readonly network: Network
  readonly asking: Asking | null
  /** Null: not asked, or not answered yet. */
  readonly answer: Answer | null
}

/** @returns null where something is shown, and while two days are compared, which may well show nothing */
export function toNothing(seen: Seen): Nothing | null {
  const { view, network, answer, asking } = seen
  if (view.compare !== null) return null
  if (network.stats.events === 0) return noEvents(seen)
  if (asking && answer && answer.main.rows.length === 0) return noRows(seen, asking, answer)
  return network.events.nodes.every((event) => isHidden(event, view)) ? allHidden(seen) : null
}

function noEvents({ view, collection, asKnownOn }: Seen): Nothing {
  const here = collection.kind === 'DATA_SET' ? 'data set' : 'case'
  if (view.window) {
    return {
      title: `Nothing ${view.clock === 'KNOWN' ? 'became known' : 'is recorded'} in these days.`,
      text: `${capitalised(windowWords(view.window, null))}: no event of this ${here}${knownWords(asKnownOn)}.`,
      ways: [{ label: 'Take the days off', step: (now) => withWindow(now, null) }],
    }
  }
  const last = collection.defaultAsKnownOn
  if (asKnownOn !== null && last && asKnownOn < last) {
    return {
      title: `Nothing was known on ${longDayWords(asKnownOn)}.`,
      text: `No source of this ${here} had reported anything by then. It is known up to ${longDayWords(last)}.`,
      ways: [{ label: `As known on ${dayWords(last)}`, step: (now) => ({ ...now, asKnownOn: null }) }],
    }
  }
  return { title: `This ${here} holds no event yet.`, text: 'Record one, or load a case again.', ways: [] }
}

function noRows({ view, asKnownOn, network, collection }: Seen, asking: Asking, answer: Answer): Nothing {
  const here = collection.kind === 'DATA_SET' ? 'data set' : 'case'
  const actor = asking.toward ?? asking.by
  const own = actor ? tiesOf(network, actor) : []
  const condemnations = answer.switches.find(({ rule, on }) => rule === 'CONDEMNATION' && !on)
  const ways: WayOn[] = []
  if (actor && own.length > 0) ways.push(showTies(actor, own))
  if (asking.scope !== null) ways.push({ label: 'Any scope', step: (now) => withSlot(now, { scope: null }) })
  if (view.window) ways.push({ label: 'Take the days off', step: (now) => withWindow(now, null) })
  if (condemnations) {
    ways.push({
      label: `Count condemnations (+${condemnations.adds?.rows ?? 0})`,
      step: (now) => withSwitch(now, 'CONDEMNATION', true),
    })
  }
  ways.push({ label: 'Back to the case', step: (now) => withAsk(now, null) })
  return {
    title: `${TITLES[asking.kind]}${knownWords(asKnownOn)}.`,
    text: [lookedFor(asking, answer, here), actor ? nearest(actor, own, here) : ''].filter(Boolean).join(' '),
    ways,
  }
}

const TITLES: Readonly<Record<Asking['kind'], string>> = {
  DISTANCING: 'No one did',
  MOVED_FIRST: 'No one did',
  CONDEMNATION: 'No one did',
  COOPERATION: 'Nothing of the kind is recorded',
  CONNECTION: 'No way is recorded',
  KNOWN_ON: 'Nothing was known',
  SINGLE_ORIGIN: 'No claim does',
}

function lookedFor({ kind, by, toward, scope }: Asking, { switches }: Answer, here: string): string {
  const ends = [by ? `by ${by.nameInSentence}` : '', toward ? `toward ${toward.nameInSentence}` : '']
  const rest = [...ends, scope === null ? '' : `in “${scope}”`, `is in this ${here}`].filter(Boolean).join(' ')
  switch (kind) {
    case 'DISTANCING':
    case 'MOVED_FIRST':
      // One that was only offered or threatened may well be there.
      return `No suspension ${hasOffers(switches) ? 'that is done ' : ''}${rest}.`
    case 'CONDEMNATION':
      return `No condemnation ${rest}.`
    case 'COOPERATION':
      return `No cooperation and no suspension ${rest}.`
    case 'CONNECTION':
    case 'KNOWN_ON':
    case 'SINGLE_ORIGIN':
      return ''
  }
}

function hasOffers(switches: Answer['switches']): boolean {
  return switches.some(({ rule, adds }) => rule === 'THREATENED' && (adds?.acts ?? 0) > 0)
}

/** What there is of an actor. */
function nearest({ nameInSentence }: ActorName, own: readonly Tie[], here: string): string {
  const [tie] = own
  if (!tie) return `${capitalised(nameInSentence)} has no tie of its own in this ${here}.`
  const events = own.reduce((sum, { total }) => sum + total, 0)
  if (own.length > 1)
    return `${capitalised(nameInSentence)} has ${count(own.length, 'other tie')}, with ${count(events, 'event')}.`
  const { actor, target } = tie
  return `Its one tie, with ${count(events, 'event')}, runs from ${actor.nameInSentence} to ${target.nameInSentence}.`
}

function showTies(actor: ActorName, own: readonly Tie[]): WayOn {
  const [tie] = own
  const one = own.length === 1 && tie
  return {
    label: `Show ${actor.name}’s ${one ? 'tie' : 'ties'}`,
    step: (now) =>
      withSelection(
        withAsk(now, null),
        one ? { what: 'tie', actor: tie.actor.id, target: tie.target.id } : { what: 'actor', id: actor.id },
      ),
  }
}

function tiesOf(network: Network, { id }: ActorName): readonly Tie[] {
  return network.ties.items.filter(({ actor, target }) => actor.id === id || target.id === id)
}

/** Filters of the left column that leave nothing. */
function allHidden({ view, network }: Seen): Nothing {
  const kinds = new Set(network.events.nodes.map(({ kind }: EventRow) => kind))
  const ofKinds = [...kinds].every((kind) => view.hidden.includes(kind))
  return {
    title: ofKinds ? 'Every kind is switched off.' : 'What is switched off leaves nothing.',
    text: `${count(network.stats.events, 'event')} would be drawn.`,
    ways: [
      ofKinds
        ? { label: 'Show all kinds', step: (now) => ({ ...now, hidden: [] }) }
        : { label: 'Show all kinds and claims', step: (now) => ({ ...now, hidden: [], hiddenClaims: [] }) },
    ],
  }
}

function knownWords(asKnownOn: string | null): string {
  return asKnownOn === null ? '' : `, as known on ${longDayWords(asKnownOn)}`
}
