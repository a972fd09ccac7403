import type cytoscape from 'cytoscape'
import type { Wanted } from './elements.ts'

/** Makes a canvas show what is wanted: what stands already is changed, never made anew. @param hovered ids of those that are lifted */
export function applyElements(
  cy: cytoscape.Core,
  wanted: ReadonlyMap<string, Wanted>,
  hovered: readonly string[],
): void {
  for (const element of cy.elements()) if (!wanted.has(element.id())) element.remove()
  for (const [id, { group, data, position, classes }] of wanted) {
    const element = cy.getElementById(id)
    const all = hovered.includes(id) ? [...classes, 'hover'] : [...classes]
    if (element.empty()) {
      const added = cy.add({
        group,
        data: { ...data },
        classes: all,
        ...(position ? { position: { ...position } } : {}),
      })
      if (group === 'nodes' && !id.startsWith('actor ')) added.ungrabify()
      continue
    }
    element.data({ ...data })
    element.classes(all)
    if (position && element.isNode()) element.position({ ...position })
  }
}
