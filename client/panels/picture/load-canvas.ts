/** The canvas comes beside the shell, never before it: what it is drawn with is as large as all the rest. */
const coming = import('../../canvas/graph-canvas.ts')

/** Not before the page is seen as it stands: what grows around a canvas in the same moment would be seen to push it. */
export async function loadCanvas() {
  const { GraphCanvas } = await coming
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return GraphCanvas
}
