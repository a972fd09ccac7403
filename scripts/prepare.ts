import { keepLock } from './keep-lock.ts'
import { build } from './products.ts'

/** What npm runs after an install. */
keepLock()
await build('everything')
