import { useStore } from '@nanostores/react'
import { Pause, Play } from 'lucide-react'
import { $playing, turnPlay } from '../../state/time/play.ts'

export function PlayButton() {
  const playing = useStore($playing)
  const Icon = playing ? Pause : Play
  return (
    <button type="button" className="icon-button play" aria-label={playing ? 'Pause' : 'Play'} onClick={turnPlay}>
      <Icon size={14} aria-hidden="true" />
    </button>
  )
}
