import { Option, type Command } from 'commander'

/** Where the store is, as it was typed: flags, or the environment. */
export interface StoreSettings {
  readonly data: string
  readonly neo4jUri?: string
  readonly neo4jUser?: string
  readonly neo4jPassword?: string
  readonly neo4jDatabase?: string
}

/** Lets a command be told where its store is: its settings are `StoreSettings`. */
export function addStoreOptions(command: Command): Command {
  for (const option of storeOptions()) command.addOption(option)
  return command
}

function storeOptions(): readonly Option[] {
  return [
    new Option('--data <folder>', 'where the store lies, if no Neo4j is named; made where it is not there')
      .env('ENTENTE_DATA')
      .default('data'),
    new Option('--neo4j-uri <address>', 'keep everything in this Neo4j, such as bolt://127.0.0.1:7687').env(
      'NEO4J_URI',
    ),
    new Option('--neo4j-user <name>', 'its user (left out: neo4j)').env('NEO4J_USER'),
    new Option('--neo4j-password <password>', 'its password; other users may read a flag, not the environment').env(
      'NEO4J_PASSWORD',
    ),
    new Option('--neo4j-database <name>', "its database (left out: the user's own)").env('NEO4J_DATABASE'),
  ]
}
