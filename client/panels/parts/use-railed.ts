import { useStore } from '@nanostores/react'
import { $view } from '../../state/app.ts'
import { NARROW, PHONE, useMedia } from './use-media.ts'

/** Whether the left column is a rail: where room is scarce, and beside two pictures. A phone has it in a tab. */
export function useRailed(): boolean {
  const compares = useStore($view).compare !== null
  const phone = useMedia(PHONE)
  const narrow = useMedia(NARROW)
  return !phone && (narrow || compares)
}
