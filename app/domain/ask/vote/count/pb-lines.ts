/** Why a file is refused: a word for the message `refusal.pb-…`, and the line it stands on. */
export type PbFault = { key: string; line: number; params: Record<string, string | number> }

/** What one record may take, and the whole file; a reader that has seen more stops. */
export const pbLimits = { recordBytes: 1_048_576, fileBytes: 536_870_912, rows: 20_000_000 }
export type PbLimits = typeof pbLimits

/** A line of the file as words, with its number. */
export type TakeLine = (words: string, line: number) => PbFault | null

export const fault = (key: string, line: number, params: PbFault['params'] = {}): PbFault => ({
  key,
  line,
  params: { line, ...params },
})

const LF = 10

/**
 * Cuts bytes into lines as they arrive, keeping no more than one line; words are UTF-8 or the line is refused. A
 * byte order mark and the CR of CRLF are taken off.
 */
export function lineCutter(take: TakeLine, limits: PbLimits = pbLimits) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let [line, total] = [0, 0]
  let rest: Uint8Array[] = []
  let kept = 0
  const readable = (bytes: Uint8Array) => {
    try {
      return decoder.decode(bytes)
    } catch {
      return null
    }
  }
  const give = (bytes: Uint8Array): PbFault | null => {
    line++
    if (bytes.length > limits.recordBytes)
      return fault('pb-line-too-long', line, { bytes: limits.recordBytes })
    let words = readable(bytes)
    if (words === null) return fault('pb-not-utf8', line)
    if (line === 1 && words.startsWith('\uFEFF')) words = words.slice(1)
    return take(words.endsWith('\r') ? words.slice(0, -1) : words, line)
  }
  const joined = (last: Uint8Array) => {
    if (kept === 0) return last
    const all = new Uint8Array(kept + last.length)
    let at = 0
    for (const part of [...rest, last]) {
      all.set(part, at)
      at += part.length
    }
    rest = []
    kept = 0
    return all
  }
  const push = (chunk: Uint8Array): PbFault | null => {
    total += chunk.length
    if (total > limits.fileBytes) return fault('pb-too-large', line + 1, { bytes: limits.fileBytes })
    let from = 0
    for (let to = chunk.indexOf(LF); to >= 0; to = chunk.indexOf(LF, from)) {
      const wrong = give(joined(chunk.subarray(from, to)))
      if (wrong) return wrong
      from = to + 1
    }
    if (from < chunk.length) {
      rest.push(chunk.slice(from))
      kept += chunk.length - from
    }
    return kept > limits.recordBytes
      ? fault('pb-line-too-long', line + 1, { bytes: limits.recordBytes })
      : null
  }
  const end = () => (kept > 0 ? give(joined(new Uint8Array(0))) : null)
  return { push, end, lines: () => line }
}
