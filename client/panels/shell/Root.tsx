import { useStore } from '@nanostores/react'
import { $session } from '../../state/session.ts'
import { App } from './App.tsx'
import { SignInDialog } from '../sign-in/SignInDialog.tsx'
import { SignInPage } from '../sign-in/SignInPage.tsx'

/** The page, the sign-in in its place, or the sign-in above it; nothing for the moment until the server has said which. */
export function Root() {
  const session = useStore($session)
  if (session.state === 'unknown') return null
  return (
    <>
      {session.state === 'out' ? <SignInPage /> : <App />}
      {session.state === 'over' ? <SignInDialog /> : null}
      <output className="unseen">{session.state === 'in' ? `Signed in as ${session.name ?? 'a reader'}.` : ''}</output>
    </>
  )
}
