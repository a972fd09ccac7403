/** JSON in which what is equal is written equally: names in the order of their code units, nothing that is not stated, no spaces. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const parts: string[] = []
  for (const name of Object.keys(value).sort()) {
    const part = (value as Readonly<Record<string, unknown>>)[name]
    if (part !== undefined) parts.push(`${JSON.stringify(name)}:${canonicalJson(part)}`)
  }
  return `{${parts.join(',')}}`
}
