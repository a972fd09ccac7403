/** The canvas comes beside the shell, never before it: what it is drawn with is as large as all the rest. */
const coming = import('../../canvas/graph-canvas.ts')

export async function loadCanvas() {
  return (await coming).GraphCanvas
}
