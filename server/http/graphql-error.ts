import type { ServerResponse } from 'node:http'
import { sendJson } from './respond.ts'
import { note } from './watch/notes.ts'

/** Answers with one error as GraphQL tells it. @param message a plain sentence with what to do. */
export function sendError(
  res: ServerResponse,
  status: number,
  message: string,
  code: string,
  extensions: Readonly<Record<string, unknown>> = {},
): void {
  note({ code })
  sendJson(res, status, { errors: [{ message, extensions: { ...extensions, code } }] })
}
