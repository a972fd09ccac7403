import { useStore } from '@nanostores/react'
import { $session, $signing, signOut } from '../../state/session.ts'

/** Who is signed in, and the way out; nothing where the server wants no tokens. */
export function Account() {
  const session = useStore($session)
  const { busy, says } = useStore($signing)
  if (session.state !== 'in' && session.state !== 'over') return null
  return (
    <div className="account">
      <p>
        <span className="unseen">Signed in as </span>
        <strong>{session.name ?? 'a reader'}</strong>
      </p>
      <button type="button" className="button" aria-disabled={busy} onClick={() => void signOut()}>
        Sign out
      </button>
      <output>{session.state === 'in' ? says : ''}</output>
    </div>
  )
}
