interface KeyRow {
  readonly keys: readonly string[]
  readonly does: string
}

/** The keys of the page in groups, in the order of the list of keys. */
export const KEY_GROUPS: readonly { readonly title: string; readonly rows: readonly KeyRow[] }[] = [
  {
    title: 'Ask',
    rows: [
      { keys: ['/'], does: 'Ask or search' },
      { keys: ['1', '…', '9'], does: 'The prepared questions' },
      { keys: ['Tab'], does: 'Take a suggestion, next slot' },
      { keys: ['Esc'], does: 'Close, then back one step' },
    ],
  },
  {
    title: 'Move',
    rows: [
      { keys: ['F6'], does: 'Next region; with ⇧ back' },
      { keys: ['↑', '↓'], does: 'Next actor, by number of ties' },
      { keys: ['→'], does: 'Into the ties of this actor' },
      { keys: ['←'], does: 'Back to the actor' },
      { keys: ['Enter'], does: 'Open: tie, then event, then source' },
      { keys: ['O'], does: 'In the details: open the source' },
    ],
  },
  {
    title: 'See',
    rows: [
      { keys: ['L'], does: 'Picture or list of the same things' },
      { keys: ['T'], does: 'Actors or top level' },
      { keys: ['B'], does: 'Tie as band, kinds or events' },
      { keys: ['F'], does: 'Focus on the selected actor' },
      { keys: ['+', '−', '0'], does: 'Zoom in, out, fit' },
      { keys: ['Alt', 'click'], does: 'Only this kind of act, as Enter on it' },
    ],
  },
  {
    title: 'Time',
    rows: [
      { keys: ['Space'], does: 'Play or stop' },
      { keys: ['[', ']'], does: 'Date flag one day back, forward' },
      { keys: ['D'], does: 'Type a date: as known on …' },
    ],
  },
  {
    title: 'Work',
    rows: [
      { keys: ['Ctrl', 'Z'], does: 'Undo' },
      { keys: ['Ctrl', '⇧', 'Z'], does: 'Redo' },
      { keys: ['C'], does: 'Copy the link to this view' },
      { keys: ['?'], does: 'This list' },
    ],
  },
]
