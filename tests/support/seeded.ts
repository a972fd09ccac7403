import { configureGlobal, readConfigureGlobal } from 'fast-check'
import { seed } from './samples.ts'

/** Run before each test file: every random test takes its seed from here. fast-check prints it with the case that failed. */
configureGlobal({ ...readConfigureGlobal(), seed: seed() })
