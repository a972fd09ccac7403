import { useStore } from '@nanostores/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import { IconButton } from '../parts/IconButton.tsx'
import { $canvases } from './canvases.ts'

/** The camera: out, everything, in; not seen before there is anything to look at. */
export function Zoom() {
  const drawn = useStore($canvases).size > 0
  const zoom = (way: 'in' | 'out' | 'fit') => () => {
    // The others follow.
    const [first] = $canvases.get().values()
    first?.zoom(way)
  }
  return (
    <fieldset className="zoom" data-control style={{ visibility: drawn ? 'visible' : 'hidden' }}>
      <legend className="unseen">Zoom</legend>
      <IconButton label="Zoom out" keys={['-']} icon={<Minus size={15} />} onPress={zoom('out')} />
      <IconButton label="Fit everything" icon={<Maximize size={14} />} onPress={zoom('fit')} />
      <IconButton label="Zoom in" keys={['+']} icon={<Plus size={15} />} onPress={zoom('in')} />
    </fieldset>
  )
}
