import { atom } from 'nanostores'
import { RefusedError } from '../../api/errors.ts'
import { askAnswerAnew } from '../actions.ts'
import { $answer } from '../app.ts'
import type { Loaded } from '../loaded.ts'
import { Loader } from '../loader.ts'
import type { Answer } from './answer.ts'
import { RowsChangedError } from './distancing-pages.ts'

/** The answer with its next rows, while they are asked for and after they did not come. */
export const $further = atom<Loaded<Answer>>({ state: 'idle' })
const further = new Loader($further)

/** Asks for the next rows of the answer that is shown. Where they no longer follow those that are, it is asked anew from the first. */
export function askFurther(): void {
  const from = $answer.get()
  const more = from.state === 'ok' ? from.value.further : null
  if (!more) return
  further.forgive()
  further.load(more.says, async (signal) => {
    try {
      const body = await more.ask(signal)
      return { ...body, heard: `${body.further?.says ?? body.main.title}.` }
    } catch (error) {
      if (!signal.aborted && isOutOfDate(error)) askAnswerAnew()
      throw error
    }
  })
}

function isOutOfDate(error: unknown): boolean {
  return error instanceof RowsChangedError || (error instanceof RefusedError && error.code === 'BAD_USER_INPUT')
}

$further.listen((loaded) => {
  if (loaded.state === 'ok') $answer.set(loaded)
})
// Whatever else is answered, rows of the one before belong to it no more.
$answer.listen(() => further.clear())
