import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './graphiql.css'
import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'
import { EXAMPLES } from './examples.ts'
import { fetcher } from './fetcher.ts'

const container = document.getElementById('graphiql')
if (container) {
  createRoot(container).render(
    <GraphiQL fetcher={fetcher} defaultTabs={EXAMPLES.map((query) => ({ query }))} isHeadersEditorEnabled={false} />,
  )
}
