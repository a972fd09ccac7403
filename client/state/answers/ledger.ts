import { atom } from 'nanostores'

/** Whether the table stands beside the details too, where it leaves the picture little room. No link carries it. */
export const $tableBesideDetails = atom(false)
