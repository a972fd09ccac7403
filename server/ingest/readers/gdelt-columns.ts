/** Where what is read stands in a row, from 0. GDELT 1.0 has no second-order regions, and so other places behind column 35. */
export interface GdeltVersion {
  readonly says: string
  /** How many columns a row may have. */
  readonly counts: readonly number[]
  readonly added: number
  readonly addedForm: RegExp
  readonly url: number
}

export const ID = 0
export const DAY = 1
export const MONTH = 2
export const ACTOR1 = 5
export const ACTOR2 = 15
export const CODE = 26
export const ROOT_CODE = 28
export const GOLDSTEIN = 30

/** From the code of an actor on: where its name, country and roles stand. */
export const ACTOR_COLUMNS = 10
export const NAME = 1
export const COUNTRY = 2
export const TYPES = [7, 8, 9] as const

export const GDELT_2: GdeltVersion = {
  says: 'GDELT 2.0 event export, 61 columns',
  counts: [61],
  added: 59,
  addedForm: /^\d{14}$/,
  url: 60,
}

/** With the address of the article since April 2013; without it before. */
export const GDELT_1: GdeltVersion = {
  says: 'GDELT 1.0 event export, 57 or 58 columns (by its codebook; tried on no real file yet)',
  counts: [57, 58],
  added: 56,
  addedForm: /^\d{8}$/,
  url: 57,
}
