/** Gives each text a small number. The list only grows, so that whoever holds it keeps reading the same texts. */
export class Interner {
  readonly list: string[] = []
  readonly #numbers = new Map<string, number>()

  of(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.list.push(text) - 1
    this.#numbers.set(text, number)
    return number
  }
}
