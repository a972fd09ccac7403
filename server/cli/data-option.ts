import { Option } from 'commander'

/** The data folder, for each command that opens the store: `options.data`, or ENTENTE_DATA. */
export function dataOption(): Option {
  return new Option('--data <folder>', 'where the store lies; made where it is not there')
    .env('ENTENTE_DATA')
    .default('data')
}
