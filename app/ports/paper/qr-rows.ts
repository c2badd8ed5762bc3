import qrcode from 'qrcode-generator'

/** The rows of a QR, dark or not; the library takes one byte a character, so an address is given as its bytes in UTF-8. */
export function qrRows(text: string): boolean[][] {
  const code = qrcode(0, 'M')
  code.addData(String.fromCharCode(...new TextEncoder().encode(text)))
  code.make()
  const places = Array.from({ length: code.getModuleCount() }, (_, at) => at)
  return places.map((y) => places.map((x) => code.isDark(y, x)))
}

/** Dark runs of a row: where each begins and how long it is. */
export const runsOf = (row: readonly boolean[]) =>
  row
    .map((dark) => (dark ? '1' : '0'))
    .join('')
    .matchAll(/1+/g)
    .map((found) => ({ at: found.index, long: found[0].length }))
