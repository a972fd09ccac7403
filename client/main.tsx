import './styles/font.css'
import './styles/tokens.css'
import './styles/page.css'
import './styles/parts.css'
import './styles/top-bar.css'
import './styles/away.css'
import './styles/left-column.css'
import './styles/marks.css'
import './styles/answer-strip.css'
import './styles/ask.css'
import './styles/picture.css'
import './styles/time.css'
import './styles/tables.css'
import './styles/links.css'
import './styles/details.css'
import './styles/states.css'
import './styles/list.css'
import './styles/export.css'
import './styles/sign-in.css'
import './styles/print.css'
import { createRoot } from 'react-dom/client'
import { Root } from './panels/shell/Root.tsx'
import { start } from './state/actions.ts'
import { keepTheme } from './state/theme.ts'

keepTheme()
start()
const page = document.getElementById('page')
if (page) createRoot(page).render(<Root />)
