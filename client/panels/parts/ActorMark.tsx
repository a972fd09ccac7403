import type { ActorKind } from '../../state/types.ts'

/** The shape of a type of actor, as the canvas draws it. */
export function ActorMark({ kind }: { readonly kind: ActorKind }) {
  return (
    <svg className="actor-mark" viewBox="0 0 14 14" aria-hidden="true">
      <Shape kind={kind} />
    </svg>
  )
}

function Shape({ kind }: { readonly kind: ActorKind }) {
  switch (kind) {
    case 'STATE':
      return <circle className="solid" cx="7" cy="7" r="6" />
    case 'GOVERNMENT_BODY':
      return <rect className="solid" x="1.5" y="1.5" width="11" height="11" rx="2.5" />
    case 'MILITARY_COMMAND':
      return <path className="solid" d="M4.5 1h5L13 4.5v5L9.5 13h-5L1 9.5v-5Z" />
    case 'INTERNATIONAL_ORGANISATION':
      return <path className="solid" d="M7 0L14 7L7 14L0 7Z" />
    case 'ORGANISATION':
      return <path className="solid" d="M4 1.5h6l2.5 2.5v6L10 12.5H4L1.5 10V4Z" />
    case 'PERSON':
      return <circle className="ring" cx="7" cy="7" r="5.5" />
    case 'GROUP':
      return <circle className="ring" cx="7" cy="7" r="5.5" strokeDasharray="2.6 2" />
    case 'MEDIA':
      return <path className="solid" d="M7 1L13.5 13H.5Z" />
    case 'OPERATION':
      return <path className="solid" d="M7 .5L13.5 5.5L11 13.5H3L.5 5.5Z" />
    case 'REGION':
      return <rect className="ring" x="1.5" y="1.5" width="11" height="11" rx="3" strokeDasharray="2.6 2" />
  }
}
