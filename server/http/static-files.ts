import { createReadStream, readdirSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { pipeline } from 'node:stream'
import { sendText } from './respond.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
}

/** Names that the build gives by content, so that what stands under one never changes. */
const HASHED = /^\/assets\/[^/]+-[\w-]{8}\.\w+$/

/** Serves the files of one folder. */
export interface StaticFiles {
  has(path: string): boolean
  /** Answers GET and HEAD of a path that `has` knows. */
  send(req: IncomingMessage, res: ServerResponse, path: string): void
}

/**
 * The folder is listed once: a path is looked up in the list, never joined to the folder, so no path leads out of it. A folder that
 * is not there has no files.
 */
export function createStaticFiles(folder: string): StaticFiles {
  const files = listFiles(folder)
  return {
    has: (path) => files.has(path),
    send(req, res, path) {
      const file = files.get(path)
      const stat = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false })
      if (file === undefined || !stat) return sendText(res, 404, 'There is nothing here.')
      const etag = `"${stat.size.toString(36)}-${Math.trunc(stat.mtimeMs).toString(36)}"`
      res.setHeader('etag', etag)
      res.setHeader('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
      if (req.headers['if-none-match'] === etag) {
        res.writeHead(304).end()
        return
      }
      res.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'content-length': stat.size,
      })
      if (req.method === 'HEAD') res.end()
      // A client that goes away in the middle is no failure; the pipeline closes the file.
      else pipeline(createReadStream(file), res, () => {})
    },
  }
}

function listFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>()
  if (!statSync(folder, { throwIfNoEntry: false })) return files
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, name)
    if (statSync(file).isFile()) files.set(`/${name.split(sep).join('/')}`, file)
  }
  return files
}
