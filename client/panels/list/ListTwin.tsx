import { useStore } from '@nanostores/react'
import { useRef, type KeyboardEvent } from 'react'
import { change } from '../../state/actions.ts'
import { $view } from '../../state/app.ts'
import { openExport } from '../../state/export/dialog.ts'
import { $sorted, $tables } from '../../state/list/list.ts'
import { LIST_TABS, type ListTab } from '../../state/view/view.ts'
import { Toolbar } from '../picture/Toolbar.tsx'
import { ListGrid } from './ListGrid.tsx'

const TAB_WORDS: Readonly<Record<ListTab, string>> = { actors: 'Actors', ties: 'Ties', events: 'Events' }

/** The same as the picture, as tables: actors, ties (a row for each line), events. Denied events are here and not in the picture. */
export function ListTwin() {
  const { list, selection, sort, hidden, hiddenClaims } = useStore($view)
  const tables = useStore($tables)
  const sorted = useStore($sorted)
  if (list === null) return null
  if (!tables || !sorted) {
    return (
      <div className="list-bar">
        <Toolbar />
      </div>
    )
  }
  const table = tables[list]
  const rows = sorted[list]
  return (
    <section className="list" id="list" aria-label="List" tabIndex={-1}>
      <div className="list-bar">
        <Tabs chosen={list} counts={(tab) => tables[tab].counted ?? tables[tab].rows.length} />
        <p className="list-title">
          <span className="unseen">{table.title}.</span>
          {table.note}
          {hidden.length + hiddenClaims.length > 0 ? (
            <button
              type="button"
              className="link"
              onClick={() => change((view) => ({ ...view, hidden: [], hiddenClaims: [] }))}
            >
              Show all
            </button>
          ) : null}
        </p>
        <button type="button" className="button" onClick={() => openExport('table')}>
          CSV
        </button>
        <Toolbar />
      </div>
      <div role="tabpanel" id="list-panel" className="list-panel" aria-labelledby={`list-tab-${list}`}>
        {rows.length === 0 ? (
          <p className="waiting">
            {hidden.length + hiddenClaims.length > 0
              ? 'Everything is switched off.'
              : 'No act was known yet on this day.'}
          </p>
        ) : (
          <ListGrid key={list} table={table} rows={rows} sort={sort} selection={selection} />
        )}
      </div>
    </section>
  )
}

/** Arrows go from tab to tab and choose it, as tabs of the web do. */
function Tabs({ chosen, counts }: { readonly chosen: ListTab; readonly counts: (tab: ListTab) => number }) {
  const host = useRef<HTMLDivElement>(null)
  const choose = (list: ListTab) => change((view) => ({ ...view, list }))

  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = LIST_TABS[(LIST_TABS.indexOf(chosen) + step + LIST_TABS.length) % LIST_TABS.length]
    if (step === 0 || next === undefined) return
    event.preventDefault()
    choose(next)
    host.current?.querySelector<HTMLElement>(`#list-tab-${next}`)?.focus()
  }

  return (
    <div className="list-tabs" role="tablist" aria-label="List" ref={host}>
      {LIST_TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`list-tab-${tab}`}
          aria-selected={tab === chosen}
          aria-controls="list-panel"
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => choose(tab)}
          onKeyDown={onKeyDown}
        >
          {TAB_WORDS[tab]} <span className="list-count">{counts(tab)}</span>
        </button>
      ))}
    </div>
  )
}
