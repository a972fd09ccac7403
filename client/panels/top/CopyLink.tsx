import { useStore } from '@nanostores/react'
import { Check, Link } from 'lucide-react'
import { useRef } from 'react'
import { Button, Dialog, Popover } from 'react-aria-components'
import { $linkCopy, closeLink, copyLink } from '../../state/copy-link.ts'

/** Copies a link that opens this very view again. Where the browser lets no page copy, it shows the link. */
export function CopyLink({ wordless }: { readonly wordless: boolean }) {
  const anchor = useRef<HTMLButtonElement>(null)
  const copy = useStore($linkCopy)
  const copied = copy.state === 'copied'
  return (
    <>
      <Button ref={anchor} className="icon-button copy-link" aria-label="Copy link" onPress={() => void copyLink()}>
        {copied ? <Check size={16} aria-hidden /> : <Link size={16} aria-hidden />}
        {wordless ? null : <span aria-hidden="true">{copied ? 'Copied' : 'Copy link'}</span>}
      </Button>
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen={copy.state === 'by hand'}
        onOpenChange={closeLink}
        offset={6}
      >
        <Dialog className="popover-inside by-hand" aria-label="Link to this view">
          <p>This browser lets no page copy. Copy the link yourself:</p>
          <input
            readOnly
            value={copy.state === 'by hand' ? copy.link : ''}
            aria-label="Link"
            onFocus={({ target }) => target.select()}
          />
        </Dialog>
      </Popover>
    </>
  )
}
