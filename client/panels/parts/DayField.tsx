import { useId } from 'react'

interface Props {
  readonly label: string
  readonly name: string
  readonly value: string
  readonly wrong: boolean
  readonly first?: boolean
}

/** A field for a day as one types it. */
export function DayField({ label, name, value, wrong, first = false }: Props) {
  const id = useId()
  return (
    <label htmlFor={id}>
      {label}
      <input
        id={id}
        className="slot-field"
        name={name}
        defaultValue={value}
        placeholder="1 Oct 2025"
        autoComplete="off"
        aria-invalid={wrong}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it is what the slot was opened for
        autoFocus={first}
      />
    </label>
  )
}

/** What stands in a field of a form. */
export function typedIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value : ''
}
