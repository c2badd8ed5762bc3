import qrcode from 'qrcode-generator'

/** The library takes one byte a character, so the address is given to it as its bytes in UTF-8. */
const draw = (text: string) => {
  const code = qrcode(0, 'M')
  code.addData(String.fromCharCode(...new TextEncoder().encode(text)))
  code.make()
  return code
}

/** Each row's dark runs as one stroke: a third of the ink of single squares. */
const path = (text: string) => {
  const code = draw(text)
  const size = code.getModuleCount()
  const places = Array.from({ length: size }, (_, at) => at)
  const rows = places.map((y) =>
    places
      .map((x) => (code.isDark(y, x) ? '1' : '0'))
      .join('')
      .replace(/0+|1+/g, (run, x: number) =>
        run.startsWith('0') ? '' : `M${x} ${y}h${run.length}v1h-${run.length}z`,
      ),
  )
  return { size, d: rows.join('') }
}

const MOST = 500
const known = new Map<string, ReturnType<typeof path>>()
/** Drawn once: drawing costs a sixth of what a whole page does. */
function knownPath(text: string) {
  const drawn = known.get(text) ?? path(text)
  if (known.size >= MOST) known.clear()
  known.set(text, drawn)
  return drawn
}

type QrProps = {
  text: string
  label: string
  /** What anybody may read is kept; what is one person's own is drawn each time, and remembered nowhere. */
  isPublic?: boolean
}
/** A QR drawn as a vector, so that it prints sharp; the address it holds always stands beside it in words. */
export const Qr = ({ text, label, isPublic = false }: QrProps) => {
  const { size, d } = isPublic ? knownPath(text) : path(text)
  return (
    <svg
      className="w-full bg-white"
      viewBox={`-3 -3 ${size + 6} ${size + 6}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={d} fill="#000" />
    </svg>
  )
}
