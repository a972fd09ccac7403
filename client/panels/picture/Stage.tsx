import { PictureRegion } from './PictureRegion.tsx'

/** The picture with its tools. */
export function Stage() {
  return <PictureRegion />
}
