import type { Point } from '../geometry.ts'

/** What is drawn on the canvas, each thing with the look that it has there, from the lowest to the highest; in pixels of the scene. */
export type Mark = BodyMark | LineMark | TextMark

export interface Paint {
  /** As CSS writes it. */
  readonly color: string
  readonly opacity: number
}

export interface Stroke extends Paint {
  readonly width: number
  /** Null: drawn through. */
  readonly dash: readonly number[] | null
}

/** An actor, a box or a chip. */
export interface BodyMark {
  readonly what: 'body'
  readonly shape: string
  /** Of a polygon: x and y in turn, from -1 to 1. */
  readonly points: readonly number[]
  readonly at: Point
  readonly width: number
  readonly height: number
  /** Of round corners; null: as the shape has them. */
  readonly radius: number | null
  readonly fill: Paint
  readonly border: (Stroke & { readonly inside: boolean }) | null
  /** Round it, so far off its edge. */
  readonly outline: (Stroke & { readonly offset: number }) | null
  /** Beneath it, so much larger. */
  readonly underlay: (Paint & { readonly padding: number }) | null
}

export interface LineMark {
  readonly what: 'line'
  readonly from: Point
  readonly to: Point
  /** Control points of quadratic curves that follow each other; none: straight. */
  readonly controls: readonly Point[]
  readonly stroke: Stroke & { readonly cap: 'butt' | 'round' | 'square' }
  readonly underlay: Stroke | null
  readonly arrows: readonly ArrowMark[]
  readonly opacity: number
}

export interface ArrowMark {
  readonly shape: string
  readonly at: Point
  /** In radians; 0 points down. */
  readonly angle: number
  readonly size: number
  /** Of the line that it ends. */
  readonly width: number
  /** Of its own outline where it is hollow. */
  readonly stroke: number
  readonly color: string
  readonly hollow: boolean
}

export interface TextMark {
  readonly what: 'text'
  readonly lines: readonly string[]
  /** The middle of all lines. */
  readonly at: Point
  readonly size: number
  readonly weight: number
  /** From line to line. */
  readonly leading: number
  readonly fill: Paint
  readonly halo: Stroke | null
}

/** What a canvas shows, how large, and where its camera is: a place of the scene is at `place * zoom + pan`. */
export interface Drawing {
  readonly marks: readonly Mark[]
  readonly background: string
  readonly width: number
  readonly height: number
  readonly zoom: number
  readonly pan: Point
}
