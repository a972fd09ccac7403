import { useLayoutEffect, useRef, useState } from 'react'

/** A sentence of more characters is set smaller; one that takes more than three lines is cut, so that the picture keeps its room. */
const LONG = 214

/** The sentence of an answer; what does not fit is shown on demand. It is there whole for whoever does not look. */
export function Sentence({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const [whole, setWhole] = useState(false)
  const [cut, setCut] = useState(false)
  const long = text.length > LONG

  useLayoutEffect(() => {
    const element = heading.current
    if (!element || whole) return
    const look = () => setCut(element.scrollHeight > element.clientHeight + 1)
    look()
    const resized = new ResizeObserver(look)
    resized.observe(element)
    return () => resized.disconnect()
  }, [text, whole])

  return (
    <>
      <h1 ref={heading} id="sentence" className={long ? (whole ? 'long' : 'long brief') : undefined}>
        {text}
      </h1>
      {long && cut ? (
        <button
          type="button"
          className="link quiet"
          aria-expanded={whole}
          aria-controls="sentence"
          onClick={() => setWhole(!whole)}
        >
          {whole ? 'Show less' : 'Show all'}
        </button>
      ) : null}
    </>
  )
}
