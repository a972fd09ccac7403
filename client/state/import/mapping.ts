import type { ImportMapping } from '../../api/imports.ts'

/** The mapping with a field taken from another column; null: from none. */
export function withColumn(mapping: ImportMapping, field: string, column: string | null): ImportMapping {
  const { [field]: _, ...others } = mapping.columns
  return { ...mapping, columns: column === null ? others : { ...others, [field]: column } }
}

/** The mapping with another meaning of a word; null: nobody has said it. */
export function withAct(mapping: ImportMapping, written: string, act: string | null): ImportMapping {
  const { [written]: _, ...others } = mapping.acts ?? {}
  return { ...mapping, acts: act === null ? others : { ...others, [written]: act } }
}

/** The mapping with days written otherwise; null: as the rows show. */
export function withDates(mapping: ImportMapping, dates: string | null): ImportMapping {
  const { dates: _, ...others } = mapping
  return dates === null ? others : { ...others, dates }
}
