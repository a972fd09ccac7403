/** What joins two actors on the canvas. */
export interface Strand {
  readonly id: string
  readonly source: string
  readonly target: string
}
