import type { IncomingMessage, ServerResponse } from 'node:http'
import { isRefusal, type Access } from './access/access.ts'
import { sendRefusalText } from './access/refusal.ts'
import { isMultipart } from './content-type.ts'
import { sendText } from './respond.ts'

/** Answers `/imports`: a PUT of a raw body by who may write. The importer is not there yet; who may ask it, and how, is. */
export function answerImports(access: Access, req: IncomingMessage, res: ServerResponse): void {
  const who = access.admit(req, 'write')
  if (isRefusal(who)) return sendRefusalText(res, who)
  if (req.method !== 'PUT') {
    res.setHeader('allow', 'PUT')
    return sendText(res, 405, 'Send a PUT with the file as its body.')
  }
  if (isMultipart(req.headers['content-type'])) {
    return sendText(res, 415, 'Send the file itself as the body, not a form with parts.')
  }
  sendText(res, 501, 'The importer is not there yet. Load a case with "entente load" instead.')
}
