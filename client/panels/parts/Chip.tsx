import type { ReactNode } from 'react'

/** A few words about something, in a round frame: a kind, a stage, a status. `strong` is framed in ink. */
export function Chip({ children, strong = false }: { readonly children: ReactNode; readonly strong?: boolean }) {
  return <span className={strong ? 'chip strong' : 'chip'}>{children}</span>
}
