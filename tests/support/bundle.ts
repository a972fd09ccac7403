import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** A script of the built page, with the scripts that it names. */
interface Script {
  /** Bytes, compressed as the server sends it. */
  readonly size: number
  /** Those without which it does not begin. */
  readonly needs: readonly string[]
  /** Those that it may load later. */
  readonly mayLoad: readonly string[]
}

/** Bytes of scripts, compressed: those without which the page does not begin, and all that it may ever load. */
export interface Weight {
  readonly shell: number
  readonly whole: number
}

/** @param folder of the built pages @param page its file there, `index.html` */
export function weighPage(folder: string, page: string): Weight {
  const html = readFileSync(`${folder}/${page}`, 'utf8')
  const begins = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, name = '']) => name)
  const scripts = new Map<string, Script>()
  const read = (name: string): Script => {
    const known = scripts.get(name)
    if (known) return known
    const bytes = readFileSync(`${folder}/assets/${name}`)
    const text = bytes.toString('utf8')
    const needs = [...text.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].map(([, each = '']) => each)
    const named = [...text.matchAll(/["'`](?:\.\/|assets\/)([\w.-]+\.js)["'`]/g)].map(([, each = '']) => each)
    const script = { size: gzipSync(bytes).byteLength, needs, mayLoad: named }
    scripts.set(name, script)
    return script
  }
  return {
    shell: total(
      begins,
      (name) => read(name),
      ({ needs }) => needs,
    ),
    whole: total(
      begins,
      (name) => read(name),
      ({ mayLoad }) => mayLoad,
    ),
  }
}

function total(
  begins: readonly string[],
  read: (name: string) => Script,
  next: (script: Script) => readonly string[],
): number {
  const seen = new Set(begins)
  let size = 0
  for (const name of seen) {
    const script = read(name)
    size += script.size
    for (const each of next(script)) seen.add(each)
  }
  return size
}
