import { redo, undo } from './actions.ts'
import { $history } from './app.ts'
import { say } from './say.ts'

/** Takes the last step back and says which. */
export function undoSaid(): void {
  const last = $history.get().past.at(-1)
  undo()
  say(last ? `Undone: ${last.name}.` : 'Nothing to undo.')
}

/** Takes a step again that was taken back, and says which. */
export function redoSaid(): void {
  const next = $history.get().future.at(-1)
  redo()
  say(next ? `Done again: ${next.name}.` : 'Nothing to redo.')
}
