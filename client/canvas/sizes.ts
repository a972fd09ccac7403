import type { ActorKind, EventKind } from '../state/types.ts'

const LEAST: Readonly<Record<ActorKind, number>> = {
  STATE: 20,
  GOVERNMENT_BODY: 15,
  MILITARY_COMMAND: 18,
  INTERNATIONAL_ORGANISATION: 15,
  ORGANISATION: 17,
  PERSON: 15,
  GROUP: 15,
  MEDIA: 15,
  OPERATION: 15,
  REGION: 15,
}

/** Diameter of an actor in pixels: by its kind, growing with the root of its ties. */
export function diameter(kind: ActorKind, ties: number): number {
  return Math.min(36, LEAST[kind] + 2.2 * Math.sqrt(ties))
}

/** The room that an actor is given, however many ties it has: its place does not depend on them. */
export function nominalDiameter(kind: ActorKind): number {
  return diameter(kind, 4)
}

/** Diameter of an actor that is only hinted at. */
export const DOT = 12

const WIDTH: Readonly<Record<EventKind, number>> = {
  COOPERATION: 2,
  SUSPENSION: 2.4,
  CONDEMNATION: 2.4,
  PRESSURE: 1.6,
  COERCION: 2,
  VIOLENCE: 3.4,
  NEUTRAL: 1,
}

/** Width of a line in pixels: by its kind, growing with the logarithm of its events to at most twice as much. */
export function lineWidth(kind: EventKind, events: number): number {
  return WIDTH[kind] * Math.min(2, 1 + 0.25 * Math.log2(Math.max(1, events)))
}

/** Between parallel lines. */
export const FAN = 16

/** Between the control points of lines of one pair that carry words each. */
export const APART = 58

/** Between strands of one band. */
export const BAND = 4
