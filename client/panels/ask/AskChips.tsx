import { valueText, type Chip } from '../../state/ask/draft.ts'
import { KindMark } from '../parts/KindMark.tsx'

interface Props {
  readonly chips: readonly Chip[]
  /** The place of the first of them in the question. */
  readonly from: number
  readonly onEdit: (place: number) => void
}

/** What is understood of a question: words, and slots, dashed while they are empty; a slot is typed again by a click. */
export function AskChips({ chips, from, onEdit }: Props) {
  return chips.map((chip, index) => {
    const place = from + index
    if (chip.what === 'words') {
      return (
        <span key={place} className="ask-chip">
          {chip.kind ? <KindMark kind={chip.kind} /> : null}
          {chip.text}
        </span>
      )
    }
    const text = valueText(chip.value)
    return (
      <button
        key={place}
        type="button"
        tabIndex={-1}
        className={text === '' ? 'ask-chip empty' : 'ask-chip slot'}
        aria-label={`Change: ${text || chip.empty}`}
        onClick={() => onEdit(place)}
      >
        {text || chip.empty}
      </button>
    )
  })
}

/** The question so far, as it is heard. */
export function chipsWords(chips: readonly Chip[]): string {
  return chips.map((chip) => (chip.what === 'words' ? chip.text : valueText(chip.value) || chip.empty)).join(' ')
}
