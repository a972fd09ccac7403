import { Maximize, Minus, Plus } from 'lucide-react'
import { IconButton } from '../parts/IconButton.tsx'
import { $canvases } from './canvases.ts'

/** The camera: out, everything, in. */
export function Zoom() {
  const zoom = (way: 'in' | 'out' | 'fit') => () => {
    // The others follow.
    const [first] = $canvases.get().values()
    first?.zoom(way)
  }
  return (
    <fieldset className="zoom" data-control>
      <legend className="unseen">Zoom</legend>
      <IconButton label="Zoom out" keys={['-']} icon={<Minus size={15} />} onPress={zoom('out')} />
      <IconButton label="Fit everything" icon={<Maximize size={14} />} onPress={zoom('fit')} />
      <IconButton label="Zoom in" keys={['+']} icon={<Plus size={15} />} onPress={zoom('in')} />
    </fieldset>
  )
}
