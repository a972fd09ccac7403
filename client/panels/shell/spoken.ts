import { useStore } from '@nanostores/react'
import { useEffect } from 'react'
import { $answer, $asking } from '../../state/app.ts'
import { say } from '../../state/say.ts'

/** Says the answer when it has come. */
export function useSpoken(): void {
  const asked = useStore($asking)
  const loaded = useStore($answer)
  const answer = asked && asked !== 'missing' && loaded.state === 'ok' ? loaded.value : null
  useEffect(() => {
    if (answer) say(answer.heard)
  }, [answer])
}
