import { useStore } from '@nanostores/react'
import { useEffect } from 'react'
import { $asking, $collection } from '../../state/app.ts'

/** Keeps the title of the page true to the question and the collection. */
export function useTitle(): void {
  const collection = useStore($collection)
  const question = useStore($asking)
  const text = question && question !== 'missing' ? question.text : null
  useEffect(() => {
    document.title = [text, collection?.title, 'Entente'].filter(Boolean).join(' · ')
    return () => {
      document.title = 'Entente'
    }
  }, [text, collection])
}
