import type { Command } from 'commander'
import { checkedVariables, type AskSettings } from './ask-settings.ts'
import { addStoreOptions } from './store-options.ts'

export function registerAsk(program: Command): void {
  const ask = program
    .command('ask')
    .description('Answer a question from the store. A store that is new holds the seeded case.')
  addStoreOptions(ask.command('distancing'))
    .description('Who distanced themselves from whom. Actors by id or by any of their names.')
    .option('--toward <actor>', 'the actor that others stepped away from')
    .option('--by <actor>', 'the actor that stepped away')
    .option('--since <day>', 'only acts that may have happened on or after this day, such as 2025-11-11')
    .option('--until <day>', 'only acts that may have happened on or before this day')
    .option(
      '--as-known-on <day>',
      'hide what became known later; left out: the last day on which anything became known',
    )
    .option('--include <rules...>', 'rules beside STRICT: CONDEMNATION, THREATENED, WEAK')
    .option('--level <level>', 'actor: exactly the named actor; top: with all that rolls up to it (left out: top)')
    .option('--collection <ids...>', 'only these collections')
    .option('--first <number>', 'rows at a time, 1 to 500 (left out: 100)')
    .option('--after <cursor>', 'the endCursor of the rows before')
    .option('--json', 'the answer as the GraphQL API gives it')
    .action(async (settings: AskSettings) => {
      const checked = checkedVariables(settings)
      // What cannot be right is told before the schema is made.
      const { askDistancing } = await import('./ask-distancing.ts')
      await askDistancing(settings, checked)
    })
}
