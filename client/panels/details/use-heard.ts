import { useStore } from '@nanostores/react'
import { useEffect, useRef } from 'react'
import { $answer } from '../../state/app.ts'
import { say } from '../../state/say.ts'

/** Says what a panel shows. A question that opens it is answered first. @param words '' while there is nothing to say */
export function useHeard(words: string): void {
  const waits = useStore($answer).state === 'loading'
  const said = useRef('')
  useEffect(() => {
    if (waits || said.current === words) return
    said.current = words
    // The page says an answer when it is drawn, which is after its parts are.
    queueMicrotask(() => say(words))
  }, [words, waits])
}
