import { useStore } from '@nanostores/react'
import { useEffect, useRef } from 'react'
import { $answer, $asking, $collection, $headlineEvent, $history, $network } from '../../state/app.ts'
import { say } from '../../state/say.ts'
import { stepWords, welcomeWords } from '../../state/spoken.ts'

/** Says what the page is when it has come, the answer when it has come, and what a step did that nothing else tells. */
export function useSpoken(): void {
  useWelcome()
  useAnswer()
  useEffect(() => {
    let before = $history.get()
    return $history.listen((history) => {
      say(stepWords(before, history))
      before = history
    })
  }, [])
}

function useAnswer(): void {
  const asked = useStore($asking)
  const loaded = useStore($answer)
  const answer = asked && asked !== 'missing' && loaded.state === 'ok' ? loaded.value : null
  useEffect(() => {
    if (answer) say(answer.heard)
  }, [answer])
}

/** Once for each collection, where nothing is asked. */
function useWelcome(): void {
  const collection = useStore($collection)
  const network = useStore($network)
  const asked = useStore($asking)
  const headline = useStore($headlineEvent)
  const welcomed = useRef<string | null>(null)
  useEffect(() => {
    if (!collection || network.state !== 'ok' || network.value.collection !== collection.id) return
    if (welcomed.current === collection.id) return
    welcomed.current = collection.id
    if (!asked) say(welcomeWords(collection, headline !== null, network.value.network.stats))
  }, [collection, network, asked, headline])
}
