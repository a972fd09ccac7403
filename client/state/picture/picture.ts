import type { ActorKind, AffiliationType, EventKind, EventRow } from '../types.ts'

/** 0 to 100 from left to right and from top to bottom, as curated places are. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** An actor that is drawn. */
export interface PictureActor {
  readonly id: string
  readonly name: string
  readonly kind: ActorKind
  /** Curated place; null where there is none. */
  readonly place: Place | null
  /** Where the reader has put it, whatever its curated place; null: nowhere. */
  readonly moved: Place | null
  /** The actor in whose box it stands. */
  readonly inside: string | null
  /** Drawn as a box that holds its parts. */
  readonly box: boolean
  /** The parts that this one, closed, stands for; empty where it is no closed box. */
  readonly parts: readonly string[]
  /** Where these parts stand. */
  readonly partPlaces: readonly Place[]
  /** Events between parts of this closed box. */
  readonly eventsInside: number
  /** Events in which it is an end. */
  readonly events: number
  /** Ordered pairs of which it is an end. */
  readonly ties: number
  /** Beside another day: nothing of it was known on this one. */
  readonly absent: boolean
}

/** How a line differs from one that is simply known: happened but not reported, denied or taken back since, of another status since. */
export type LineMark = 'GHOST' | 'ENDED' | 'STATUS'

/** All events of one kind of an ordered pair. */
export interface PictureLine {
  readonly id: string
  readonly tie: string
  readonly actor: string
  readonly target: string
  readonly kind: EventKind
  readonly events: readonly EventRow[]
  readonly disputed: boolean
  readonly answered: boolean
  /** Nothing of it is done: offered or threatened. */
  readonly notDone: boolean
  /** All of it rests on one origin. */
  readonly singleOrigin: boolean
  readonly mark: LineMark | null
}

/** An affiliation that is drawn; one that a box says by holding the part is not. */
export interface PictureHairline {
  readonly id: string
  readonly type: AffiliationType
  readonly actor: string
  readonly to: string
}

export interface Picture {
  readonly actors: readonly PictureActor[]
  readonly lines: readonly PictureLine[]
  readonly hairlines: readonly PictureHairline[]
  /** Who is drawn for an actor that stands in a closed box; who is not in it is drawn as such. */
  readonly drawnAs: ReadonlyMap<string, string>
}

export const EMPTY_PICTURE: Picture = { actors: [], lines: [], hairlines: [], drawnAs: new Map() }

/** Who is drawn for an actor: the owner of the closed box that it stands in, else itself. */
export function drawnAs(picture: Picture, actor: string): string {
  return picture.drawnAs.get(actor) ?? actor
}
