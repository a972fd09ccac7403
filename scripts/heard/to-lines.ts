/** A part of the tree that a browser hands to a screen reader. */
export interface SpokenNode {
  readonly nodeId: string
  readonly ignored: boolean
  readonly childIds?: readonly string[]
  readonly role?: Told
  readonly name?: Told
  readonly description?: Told
  readonly value?: Told
  readonly properties?: readonly { readonly name: string; readonly value: Told }[]
}

interface Told {
  readonly value?: unknown
}

/** These say nothing themselves, and what they hold is read on in the same breath. */
const INLINE = new Set(['strong', 'emphasis', 'none', 'generic', 'LabelText', 'mark', 'sectionheader', 'RootWebArea'])
/** Nor do these, but what they hold is read by itself. */
const SILENT = new Set(['paragraph', 'rowgroup', 'caption', 'Legend', 'list'])
/** Read by their name alone. */
const WHOLE = new Set([
  'button',
  'checkbox',
  'radio',
  'switch',
  'link',
  'tab',
  'option',
  'row',
  'heading',
  'columnheader',
  'slider',
  'combobox',
  'application',
])
const LANDMARKS = new Set(['banner', 'navigation', 'region', 'complementary'])
const STATES = ['selected', 'expanded', 'pressed', 'checked', 'disabled', 'invalid', 'busy']

/**
 * What is read from a tree, a line a part, indented as the parts stand in each other.
 * @param told keeps how each landmark read last: one that reads much as before is told by what is new in it
 */
export function toLines(nodes: readonly SpokenNode[], told: Before): readonly string[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const root = nodes[0]
  return root ? joined(read(root, byId, told)).map(({ depth, words }) => '  '.repeat(depth) + words) : []
}

/** The lines of each landmark, by its role and name. */
export type Before = Map<string, ReadonlySet<string>>

interface Line {
  readonly depth: number
  readonly words: string
  /** It goes on in the same line as the text before it. */
  readonly inline?: boolean
}

function read(node: SpokenNode, byId: ReadonlyMap<string, SpokenNode>, told: Before): readonly Line[] {
  const role = text(node.role)
  const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? [])
  const inside = () => children.flatMap((child) => read(child, byId, told))
  const name = text(node.name).replace(/\s+/g, ' ').trim()
  // What the page says by itself is told apart.
  if (role === 'status') return []
  if (role === 'StaticText') return name === '' ? [] : [{ depth: 0, words: name, inline: true }]
  if (role === 'LabelText') return labelled(inside())
  if (node.ignored || INLINE.has(role)) return inside()
  if (SILENT.has(role)) return joined(inside())
  const below = WHOLE.has(role) ? [] : joined(inside()).filter(({ words }) => words !== name)
  if (below.length === 0 && name === '') return []
  const words = [role, name && `"${name}"`, ...extras(node)].filter(Boolean).join(' ')
  if (role === 'listitem' && name === '')
    return below.map((line, at) => (at === 0 ? { ...line, words: `· ${line.words}` } : line))
  if (role === 'listitem') {
    const rest = below.map((line) => line.words).join(' ')
    return [{ depth: 0, words: `· ${rest.startsWith(name) ? rest : `${name} ${rest}`.trim()}` }]
  }
  const lines = [{ depth: 0, words }, ...below.map((line) => ({ depth: line.depth + 1, words: line.words }))]
  if (!LANDMARKS.has(role)) return lines
  const before = told.get(role + name)
  told.set(role + name, new Set(lines.map((line) => line.words)))
  const fresh = lines.slice(1).filter((line) => !before?.has(line.words))
  if (!before || fresh.length > lines.length / 2) return lines
  return [{ depth: 0, words: `${words}, as before${fresh.length > 0 ? ' but for' : ''}` }, ...fresh]
}

/** The words of a label are the name of what it labels. */
function labelled(lines: readonly Line[]): readonly Line[] {
  const named = lines.filter(({ inline }) => !inline)
  return named.length > 0 ? named : lines
}

/** Texts that follow each other are read as one. */
function joined(lines: readonly Line[]): readonly Line[] {
  const out: Line[] = []
  for (const line of lines) {
    const last = out.at(-1)
    if (line.inline && last?.inline) out[out.length - 1] = { ...last, words: `${last.words} ${line.words}` }
    else out.push(line)
  }
  return out.map(({ depth, words }) => ({ depth, words: words.replace(/ ([,.:;])/g, '$1') }))
}

function extras(node: SpokenNode): readonly string[] {
  const states = (node.properties ?? []).flatMap(({ name, value: { value: holds } }) => {
    if (!STATES.includes(name) || holds === '') return []
    if (name === 'expanded') return [holds === true ? 'expanded' : 'collapsed']
    return holds === false || holds === 'false' ? [] : [name]
  })
  const described = text(node.description)
  return [text(node.value), states.length > 0 ? `[${states.join(', ')}]` : '', described && `(${described})`]
}

function text(part: Told | undefined): string {
  return typeof part?.value === 'string' ? part.value : ''
}
