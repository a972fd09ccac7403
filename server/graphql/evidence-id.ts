/** `Evidence.id`: unique among all evidence. @param of the event or affiliation. @param id unique within it */
export function evidenceId(of: string, id: string): string {
  return `${of}#${id}`
}

/** The part of an `Evidence.id` that is unique within its event; what is no id of that event's evidence stays as it is. */
export function idWithin(of: string, id: string): string {
  const before = evidenceId(of, '')
  return id.startsWith(before) ? id.slice(before.length) : id
}
