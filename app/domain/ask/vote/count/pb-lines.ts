/** Why a file is refused: a word for the message `refusal.pb-…`, and the line it stands on. */
export type PbFault = { key: string; line: number; params: Record<string, string | number> }

/** What one record may take, and the whole file; a reader that has seen more stops. */
export const pbLimits = { recordBytes: 1_048_576, fileBytes: 536_870_912 }
export type PbLimits = typeof pbLimits

/** A line of the file as words, with its number. */
export type TakeLine = (words: string, line: number) => PbFault | null

export const fault = (key: string, line: number, params: PbFault['params'] = {}): PbFault => ({
  key,
  line,
  params: { line, ...params },
})

const LF = 10
/** So many bytes are made into words at once. */
const PIECE = 1_048_576

type Cutter = {
  take: TakeLine
  limits: PbLimits
  decoder: TextDecoder
  line: number
  total: number
  /** The beginning of a line whose end has not come yet. */
  rest: Uint8Array[]
  kept: number
}

function readable({ decoder }: Cutter, bytes: Uint8Array) {
  try {
    return decoder.decode(bytes)
  } catch {
    return null
  }
}

const tooLong = ({ limits }: Cutter, line: number) =>
  fault('pb-line-too-long', line, { bytes: limits.recordBytes })

function give(cutter: Cutter, bytes: Uint8Array): PbFault | null {
  const line = ++cutter.line
  if (bytes.length > cutter.limits.recordBytes) return tooLong(cutter, line)
  const words = readable(cutter, bytes)
  return words === null ? fault('pb-not-utf8', line) : giveWords(cutter, words, line)
}

function giveWords(cutter: Cutter, line: string, at: number): PbFault | null {
  const words = at === 1 && line.startsWith('\uFEFF') ? line.slice(1) : line
  return cutter.take(words.endsWith('\r') ? words.slice(0, -1) : words, at)
}

function joined(cutter: Cutter, last: Uint8Array) {
  if (cutter.kept === 0) return last
  const all = new Uint8Array(cutter.kept + last.length)
  let at = 0
  for (const part of [...cutter.rest, last]) {
    all.set(part, at)
    at += part.length
  }
  cutter.rest = []
  cutter.kept = 0
  return all
}

/** Whole lines, read at once: a line's bytes and its words end together, so both are walked side by side. */
function giveLines(cutter: Cutter, bytes: Uint8Array, words: string): PbFault | null {
  for (let at = 0, from = 0; from < bytes.length; ) {
    const [to, end, line] = [bytes.indexOf(LF, from), words.indexOf('\n', at), ++cutter.line]
    if (to - from > cutter.limits.recordBytes) return tooLong(cutter, line)
    const wrong = giveWords(cutter, words.slice(at, end), line)
    if (wrong) return wrong
    from = to + 1
    at = end + 1
  }
  return null
}

/** Lines that cannot be read as one are taken one by one, so that the first that is not UTF-8 is named. */
function giveEach(cutter: Cutter, bytes: Uint8Array): PbFault | null {
  for (let from = 0; from < bytes.length; ) {
    const to = bytes.indexOf(LF, from)
    const wrong = give(cutter, bytes.subarray(from, to))
    if (wrong) return wrong
    from = to + 1
  }
  return null
}

/** What ends in this piece: the line begun before it, then all lines that lie in it. */
function pushPart(cutter: Cutter, part: Uint8Array): PbFault | null {
  const first = cutter.kept > 0 ? part.indexOf(LF) + 1 : 0
  const last = part.lastIndexOf(LF) + 1
  if (first > 0) {
    const wrong = give(cutter, joined(cutter, part.subarray(0, first - 1)))
    if (wrong) return wrong
  }
  if (last > first) {
    const whole = part.subarray(first, last)
    const words = readable(cutter, whole)
    const wrong = words === null ? giveEach(cutter, whole) : giveLines(cutter, whole, words)
    if (wrong) return wrong
  }
  if (last < part.length) {
    cutter.rest.push(part.slice(last))
    cutter.kept += part.length - last
  }
  return cutter.kept > cutter.limits.recordBytes ? tooLong(cutter, cutter.line + 1) : null
}

function push(cutter: Cutter, chunk: Uint8Array): PbFault | null {
  const { limits } = cutter
  cutter.total += chunk.length
  if (cutter.total > limits.fileBytes)
    return fault('pb-too-large', cutter.line + 1, { bytes: limits.fileBytes })
  for (let from = 0; from < chunk.length; from += PIECE) {
    const wrong = pushPart(cutter, chunk.subarray(from, from + PIECE))
    if (wrong) return wrong
  }
  return null
}

/**
 * Cuts bytes into lines as they arrive, keeping no more than one line; words are UTF-8 or the line is refused. A
 * byte order mark and the CR of CRLF are taken off.
 */
export function lineCutter(take: TakeLine, limits: PbLimits = pbLimits) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const cutter: Cutter = { take, limits, decoder, line: 0, total: 0, rest: [], kept: 0 }
  const end = () => (cutter.kept > 0 ? give(cutter, joined(cutter, new Uint8Array(0))) : null)
  return { push: (chunk: Uint8Array) => push(cutter, chunk), end, lines: () => cutter.line }
}
