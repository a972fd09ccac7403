import { ImportRefusedError } from './errors.ts'
import { Parsing } from './parsing.ts'

/**
 * The mapping that suggests itself for files, or the one given, as YAML; and what is still to be said.
 * @throws ImportRefusedError where the files are read without one; SpoiltFileError, ImportCancelledError
 */
export async function suggestedMapping(
  paths: readonly string[],
  mapping: unknown,
): Promise<{ readonly yaml: string; readonly asks: readonly string[] }> {
  const parsing = await Parsing.open({ paths, mapping, answers: {} })
  try {
    const { suggestion, says, asks } = parsing.opened
    if (!suggestion) throw new ImportRefusedError(`These files need no mapping. They are: ${says}.`)
    return { yaml: suggestion.yaml, asks }
  } finally {
    await parsing.close()
  }
}
