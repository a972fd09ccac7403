import type { Change } from '../../state/view/view.ts'

/** A change as the pictures of two days draw it. */
export function ChangeMark({ change }: { readonly change: Change }) {
  return (
    <svg className={`change-mark ${change}`} viewBox="0 0 34 12" aria-hidden="true">
      {change === 'ENDED' ? (
        <>
          <path d="M1 6H33" strokeDasharray="2 4" />
          <path className="cross" d="M13 2L21 10M21 2L13 10" />
        </>
      ) : (
        <>
          <path d="M1 6H26" />
          <path className="head" d="M25 2L33 6L25 10Z" />
          {change === 'STATUS' ? <circle cx="13" cy="6" r="3.2" /> : null}
        </>
      )}
    </svg>
  )
}
