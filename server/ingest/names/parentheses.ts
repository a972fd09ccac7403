/** What stands before the last parentheses and in them; null: there are none at the end, or nothing stands before or in them. */
export function inParentheses(name: string): { readonly head: string; readonly tail: string } | null {
  if (!name.endsWith(')')) return null
  let open = 0
  for (let i = name.length - 1; i >= 0; i--) {
    if (name[i] === ')') open++
    else if (name[i] === '(') open--
    if (open > 0) continue
    const head = name.slice(0, i).trim()
    const tail = name.slice(i + 1, -1).trim()
    return head === '' || tail === '' ? null : { head, tail }
  }
  return null
}
