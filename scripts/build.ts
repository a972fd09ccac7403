import { build } from './products.ts'

await build('everything')
