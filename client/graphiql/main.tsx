import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './graphiql.css'
import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'
import { askSession } from '../api/session.ts'
import { EXAMPLES } from './examples.ts'
import { fetcher } from './fetcher.ts'

const container = document.getElementById('graphiql')
// Where the server does not say, GraphiQL opens, and its questions say what is wrong.
const session = await askSession().catch(() => null)
if (container) {
  const signedOut = session !== null && session.required && !session.signedIn
  createRoot(container).render(signedOut ? <SignInFirst /> : <Editor />)
}

function Editor() {
  const tabs = EXAMPLES.map((query) => ({ query }))
  return <GraphiQL fetcher={fetcher} defaultTabs={tabs} isHeadersEditorEnabled={false} />
}

function SignInFirst() {
  return (
    <p className="sign-in-first">
      This server asks for a token. <a href="/">Sign in on the page</a> first, then come back.
    </p>
  )
}
