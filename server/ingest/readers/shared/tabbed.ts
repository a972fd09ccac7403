/** A row between tabs of which few of many columns are wanted: cells are cut out when they are asked for. Made once, used for each row. */
export class Tabbed {
  readonly #ends: Int32Array
  #text = ''
  /** How many columns the row has; one more than there is room for where it has too many. */
  columns = 0

  /** @param most how many columns a row may have */
  constructor(most: number) {
    this.#ends = new Int32Array(most + 1)
  }

  set(text: string): void {
    this.#text = text
    const ends = this.#ends
    let count = 0
    let at = text.indexOf('\t')
    while (at >= 0 && count < ends.length - 1) {
      ends[count] = at
      count += 1
      at = text.indexOf('\t', at + 1)
    }
    ends[count] = at >= 0 ? at : text.length
    this.columns = at >= 0 ? ends.length : count + 1
  }

  /** One cell, from 0. */
  cell(at: number): string {
    return this.cells(at, 1)
  }

  /** Several cells with the tabs between them. */
  cells(at: number, count: number): string {
    return this.#text.slice(at === 0 ? 0 : (this.#ends[at - 1] ?? 0) + 1, this.#ends[at + count - 1])
  }
}
