import QRCode from 'qrcode'

const path = (text: string) => {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = Array.from(data, (bit, at) => (bit ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : ''))
  return { size, d: dark.join('') }
}

/** A QR drawn as a vector, so that it prints sharp; the address it holds always stands beside it in words. */
export const Qr = ({ text, label }: { text: string; label: string }) => {
  const { size, d } = path(text)
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
