/**
 * An SVG as a PNG.
 * @param scale pixels of the PNG for a pixel of the SVG
 * @throws where the browser cannot draw it, such as one that is too large
 */
export async function toPng(svg: Blob, scale: number): Promise<Blob> {
  const url = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = image.naturalWidth * scale
    canvas.height = image.naturalHeight * scale
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large.'))), 'image/png')
    })
  } finally {
    URL.revokeObjectURL(url)
  }
}
