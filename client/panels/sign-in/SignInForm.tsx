import { useStore } from '@nanostores/react'
import { useEffect, useRef, type SyntheticEvent } from 'react'
import { $signing, signIn } from '../../state/session.ts'

/** One field. What is typed stands in it and nowhere else. */
export function SignInForm() {
  const { busy, says } = useStore($signing)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (busy) return
    field.current?.focus()
    field.current?.select()
  }, [busy])

  function submit(event: SyntheticEvent): void {
    event.preventDefault()
    void signIn(field.current?.value ?? '')
  }

  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <label htmlFor="token">Token</label>
      <input
        ref={field}
        id="token"
        type="password"
        autoComplete="current-password"
        autoCapitalize="none"
        spellCheck={false}
        aria-describedby="sign-in-says"
      />
      <button type="submit" className="button primary" aria-disabled={busy}>
        {busy ? 'Signing in …' : 'Sign in'}
      </button>
      {/* It is there while it says nothing, so that screen readers hear of it when it does. */}
      <p className="says" id="sign-in-says" role="alert">
        {says}
      </p>
    </form>
  )
}
