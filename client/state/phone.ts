import { atom } from 'nanostores'

export type PhoneTab = 'answer' | 'picture' | 'time' | 'filters'

export const TAB_WORDS: Readonly<Record<PhoneTab, string>> = {
  answer: 'Answer',
  picture: 'Picture',
  time: 'Time',
  filters: 'Filters',
}

/** On a phone one part of the page is shown at a time. No link carries which: other screens show them all. */
export const $tab = atom<PhoneTab>('answer')
