import type { EventKind } from '../types.ts'
import type { AskKind } from '../view/ask.ts'

/** What is left open in a question that can be typed. */
export type Slot = 'by' | 'toward' | 'scope' | 'day' | 'otherDay'

/** Words of a pattern. The first of `say` is shown, the others are understood too; `loose` words may be left out. */
export interface WordsPart {
  readonly what: 'words'
  readonly say: readonly [string, ...string[]]
  readonly kind?: EventKind
  readonly loose?: true
}

export interface SlotPart {
  readonly what: 'slot'
  readonly slot: Slot
  /** What stands in it while it is empty. */
  readonly empty: string
  /** Without it there is no question. */
  readonly needed: boolean
}

export type Part = WordsPart | SlotPart

/** A question that can be typed. `CHANGES` is a comparison of two days. */
export interface Pattern {
  readonly kind: AskKind | 'CHANGES'
  /** Of two patterns of one kind the second says so. */
  readonly id: string
  readonly parts: readonly Part[]
  /** The pattern as it is offered; what tells it from the others stands between stars. */
  readonly title: string
}

const words = (...say: [string, ...string[]]): WordsPart => ({ what: 'words', say })
const loose = (...say: [string, ...string[]]): WordsPart => ({ what: 'words', say, loose: true })
const slot = (name: Slot, empty: string, needed = false): SlotPart => ({ what: 'slot', slot: name, empty, needed })

const WHO = words('who')

export const PATTERNS: readonly Pattern[] = [
  {
    id: 'suspended',
    title: 'who *suspended* … toward …',
    kind: 'DISTANCING',
    parts: [
      WHO,
      { ...words('suspended', 'has suspended', 'stopped', 'halted', 'paused', 'restricted'), kind: 'SUSPENSION' },
      slot('scope', 'any scope'),
      words('toward', 'towards', 'against', 'with', 'from', 'to'),
      slot('toward', 'anyone'),
    ],
  },
  {
    id: 'condemned',
    title: 'who *condemned …*, in which words',
    kind: 'CONDEMNATION',
    parts: [
      WHO,
      { ...words('condemned', 'has condemned', 'criticised', 'criticized'), kind: 'CONDEMNATION' },
      slot('toward', 'anyone'),
      loose('in which words', 'and in which words', 'with which words'),
    ],
  },
  {
    id: 'cooperates',
    title: 'does … *still cooperate* with …',
    kind: 'COOPERATION',
    parts: [
      words('does', 'do'),
      slot('by', 'who', true),
      words('still cooperate with', 'cooperate with', 'still work with', 'work with'),
      slot('toward', 'whom', true),
    ],
  },
  {
    id: 'connected',
    title: 'how is … *connected to …*',
    kind: 'CONNECTION',
    parts: [
      words('how is', 'how are'),
      slot('by', 'who', true),
      words('connected to', 'connected with', 'linked to', 'related to'),
      slot('toward', 'whom', true),
    ],
  },
  {
    id: 'known',
    title: 'what was *known on …*',
    kind: 'KNOWN_ON',
    parts: [words('what was known on', 'what was known in'), slot('day', 'a day', true)],
  },
  {
    id: 'first',
    title: 'who *moved first*, who followed',
    kind: 'MOVED_FIRST',
    parts: [
      WHO,
      words('moved first', 'was first'),
      loose('against', 'toward', 'from'),
      slot('toward', 'anyone'),
      loose('who followed', 'and who followed'),
    ],
  },
  {
    id: 'changed',
    title: '*what changed* between … and …',
    kind: 'CHANGES',
    parts: [
      words('what changed between', 'what changed from'),
      slot('otherDay', 'a day', true),
      words('and', 'to', 'until'),
      slot('day', 'a later day', true),
    ],
  },
  {
    id: 'distanced',
    title: 'who *distanced themselves* from …',
    kind: 'DISTANCING',
    parts: [
      WHO,
      words('distanced themselves from', 'distanced itself from', 'distanced from'),
      slot('toward', 'anyone'),
    ],
  },
  {
    id: 'single',
    title: 'which claims rest on a *single origin*',
    kind: 'SINGLE_ORIGIN',
    parts: [
      words(
        'which claims rest on a single origin',
        'which claims rest on a single source',
        'which claims rest on one source',
      ),
    ],
  },
]

/** Kinds of act that a pattern speaks of; none: any. */
export function kindsOfPattern({ parts }: Pattern): readonly EventKind[] {
  return parts.flatMap((part) => (part.what === 'words' && part.kind ? [part.kind] : []))
}
