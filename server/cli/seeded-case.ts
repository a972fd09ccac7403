import { fileURLToPath } from 'node:url'

/** Folder of the case that a new store begins with. */
export const SEEDED_CASE = fileURLToPath(new URL('../../seeds/caribbean-strikes-2025', import.meta.url))
