import { useRef } from 'react'
import { sendFiles } from '../../state/import/job.ts'

/** Where files are dropped or chosen. */
export function ChooseFiles() {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="import-drop">
      <p>Drop files here: ICEWS, GDELT, ATOP, or a table of your own (CSV, Excel, GraphML); zipped ones too.</p>
      <p className="quiet">What they are is seen by their content. Nothing is taken before you have looked at it.</p>
      <input
        ref={input}
        type="file"
        multiple
        className="unseen"
        aria-label="Files to import"
        tabIndex={-1}
        onChange={({ target }) => {
          void sendFiles([...(target.files ?? [])])
          target.value = ''
        }}
      />
      <button type="button" className="button strong" onClick={() => input.current?.click()}>
        Choose files …
      </button>
    </div>
  )
}
