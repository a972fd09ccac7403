import { atom } from 'nanostores'

export type PhoneTab = 'answer' | 'picture' | 'time' | 'filters'

/** On a phone one part of the page is shown at a time. No link carries which: other screens show them all. */
export const $tab = atom<PhoneTab>('answer')
