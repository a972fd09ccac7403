import { useStore } from '@nanostores/react'
import { $view } from '../../state/app.ts'
import { NARROW, PHONE, useMedia } from './use-media.ts'

/** Whether the left column is a rail: where room is scarce, and beside two pictures. A phone has it in a tab. */
export function useRailed(): boolean {
  const { compare, both } = useStore($view)
  const phone = useMedia(PHONE)
  const narrow = useMedia(NARROW)
  return !phone && (narrow || both || compare !== null)
}
