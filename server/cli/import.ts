import { Option, type Command } from 'commander'
import { ON_ERROR } from '../ingest/import/settings.ts'
import type { ImportFlags } from './import-files.ts'
import { addStoreOptions } from './store-options.ts'

export function registerImport(program: Command): void {
  addStoreOptions(program.command('import'))
    .description(
      'Import rows of event data: what the files are is seen by their content. Importing twice adds nothing.',
    )
    .argument('<files...>', 'the files, or a folder; zipped ones too')
    .option('--into <collection>', 'id of the collection that they go into (left out: what the files suggest)')
    .option('--title <title>', 'its title, where it is new')
    .option('--mapping <file>', 'which column is what, as YAML')
    .option(
      '--suggest-mapping',
      'write the mapping that suggests itself, as YAML to look at and to change, and nothing else',
    )
    .option('--names <file>', 'whom names mean, as YAML: a name and the id of its actor a line')
    .option('--dry-run', 'tell what would become of the rows, and write nothing')
    .addOption(
      new Option('--on-error <what>', 'what becomes of the files where a row is rejected')
        .choices(ON_ERROR)
        .default('reject-file'),
    )
    .option('--rejects <file>', 'write rows that bring no event here, with place and reason, as CSV')
    .option('--json', 'tell the report as JSON')
    .action(async (files: readonly string[], flags: ImportFlags) => {
      // Tables of codes and names, which no other command needs.
      const { importAsTold } = await import('./import-files.ts')
      await importAsTold(files, flags)
    })
}
