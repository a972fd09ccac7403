import type { EventKind, Stage } from '../../state/types.ts'

/** The line and the arrow of a kind, as the canvas draws them; a hollow circle at the start where the act is not done. */
export function KindMark({ kind, stage = 'ACTUAL' }: { readonly kind: EventKind; readonly stage?: Stage | undefined }) {
  const { width, dash, cap } = LINE[kind]
  const start = stage === 'ACTUAL' ? 0 : 8
  return (
    <svg className={`kind-mark ${kind}`} viewBox="0 0 36 12" aria-hidden="true">
      {stage === 'ACTUAL' ? null : <circle cx="4" cy="6" r="3" strokeWidth="1.5" />}
      <path d={`M${start} 6H29`} strokeWidth={width} strokeDasharray={dash} strokeLinecap={cap} />
      <Arrow kind={kind} />
    </svg>
  )
}

const LINE: Readonly<Record<EventKind, { readonly width: number; readonly dash?: string; readonly cap?: 'round' }>> = {
  COOPERATION: { width: 2 },
  SUSPENSION: { width: 2.4, dash: '7 4' },
  CONDEMNATION: { width: 2.4, dash: '0.1 4.6', cap: 'round' },
  PRESSURE: { width: 1.6, dash: '8 3 1.5 3' },
  COERCION: { width: 2 },
  VIOLENCE: { width: 3.4 },
  NEUTRAL: { width: 1 },
}

function Arrow({ kind }: { readonly kind: EventKind }) {
  switch (kind) {
    case 'COOPERATION':
      return <path className="full" d="M27 2L35 6L27 10Z" />
    case 'SUSPENSION':
      return <path d="M31 1V11" strokeWidth="2.6" />
    case 'CONDEMNATION':
      return <path className="full" d="M27 6L31 2L35 6L31 10Z" />
    case 'PRESSURE':
    case 'NEUTRAL':
      return <path className="full" d="M27 2L35 6L27 10L29.5 6Z" />
    case 'COERCION':
      return <path d="M28 2L34 6L28 10" strokeWidth="1.8" />
    case 'VIOLENCE':
      return (
        <>
          <path d="M24 2V10" strokeWidth="2.4" />
          <path className="full" d="M27 2L35 6L27 10Z" />
        </>
      )
  }
}
