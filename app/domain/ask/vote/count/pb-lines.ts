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
  let words = readable(cutter, bytes)
  if (words === null) return fault('pb-not-utf8', line)
  if (line === 1 && words.startsWith('\uFEFF')) words = words.slice(1)
  return cutter.take(words.endsWith('\r') ? words.slice(0, -1) : words, line)
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

function push(cutter: Cutter, chunk: Uint8Array): PbFault | null {
  const { limits } = cutter
  cutter.total += chunk.length
  if (cutter.total > limits.fileBytes)
    return fault('pb-too-large', cutter.line + 1, { bytes: limits.fileBytes })
  let from = 0
  for (let to = chunk.indexOf(LF); to >= 0; to = chunk.indexOf(LF, from)) {
    const wrong = give(cutter, joined(cutter, chunk.subarray(from, to)))
    if (wrong) return wrong
    from = to + 1
  }
  if (from < chunk.length) {
    cutter.rest.push(chunk.slice(from))
    cutter.kept += chunk.length - from
  }
  return cutter.kept > limits.recordBytes ? tooLong(cutter, cutter.line + 1) : null
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
