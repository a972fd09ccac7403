import { SignInForm } from './SignInForm.tsx'

/** All that there is to see while nobody is signed in. */
export function SignInPage() {
  return (
    <main className="sign-in-page">
      <div className="sign-in">
        <p className="name">Entente</p>
        <h1>Sign in</h1>
        <p className="what">This server asks for a token. Whoever runs it gives you one.</p>
        <SignInForm />
      </div>
    </main>
  )
}
