/** `quote-open`: the cell goes on past the line's end. `quote-trailing`: words stand behind a closing quote. */
export type CellFault = 'quote-open' | 'quote-trailing'

/** Cells of one record, parted by “;”; a cell in quotes may hold “;”, line ends, and doubled quotes. */
export function cellsOf(record: string): string[] | CellFault {
  if (!record.includes('"')) return record.split(';')
  const cells: string[] = []
  let at = 0
  while (at <= record.length) {
    const quoted = record.startsWith('"', at)
    const end = quoted ? closing(record, at) : nextPart(record, at)
    if (end < 0) return 'quote-open'
    if (!quoted) cells.push(record.slice(at, end))
    else if (end + 1 < record.length && record[end + 1] !== ';') return 'quote-trailing'
    else cells.push(record.slice(at + 1, end).replaceAll('""', '"'))
    at = quoted ? end + 2 : end + 1
  }
  return cells
}

const nextPart = (record: string, from: number) => {
  const at = record.indexOf(';', from)
  return at < 0 ? record.length : at
}

function closing(record: string, from: number) {
  for (let at = record.indexOf('"', from + 1); at >= 0; at = record.indexOf('"', at + 2))
    if (record[at + 1] !== '"') return at
  return -1
}

/** A cell as it is written: in quotes where it must be. */
export const cellWords = (words: string) =>
  /[;"\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words

const most = 12

/**
 * A number of money as digits before and behind the point; a comma may stand for the point. Null when it is not one
 * or is longer than twelve digits before and six behind.
 */
export function decimalOf(typed: string): { whole: string; part: string } | 'bad' | 'huge' {
  const match = /^\s*(\d+)(?:[.,](\d*))?\s*$/.exec(typed)
  if (!match) return 'bad'
  const whole = match[1]!.replace(/^0+(?=\d)/, '')
  const part = (match[2] ?? '').replace(/0+$/, '')
  return whole.length > most || part.length > 6 ? 'huge' : { whole, part }
}

/** Units as a decimal number of the currency, no needless zeros: 245848822 at 100 is “2458488.22”. */
export function decimalWords(units: number, scale: number): string {
  const digits = String(scale).length - 1
  if (digits === 0) return String(units)
  const padded = String(units).padStart(digits + 1, '0')
  const part = padded.slice(-digits).replace(/0+$/, '')
  return padded.slice(0, -digits) + (part ? `.${part}` : '')
}
