import { useLayoutEffect, useRef } from 'react'
import { SignInForm } from './SignInForm.tsx'

/** Stands over what is drawn once the session is over. Only signing in closes it; the focus then goes back to where it was. */
export function SignInDialog() {
  const dialog = useRef<HTMLDialogElement>(null)

  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  return (
    <dialog
      ref={dialog}
      className="sign-in"
      aria-labelledby="sign-in-title"
      aria-describedby="sign-in-what"
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.preventDefault()
      }}
      onClose={() => {
        if (dialog.current?.isConnected && !dialog.current.open) dialog.current.showModal()
      }}
    >
      <h2 id="sign-in-title">Sign in again</h2>
      <p className="what" id="sign-in-what">
        Your session is over. Nothing is lost: what is drawn stays, and what could not be answered is asked again.
      </p>
      <SignInForm />
    </dialog>
  )
}
