import { seeded } from './seeded.ts'

/** 数电发票号码, 20 digits: year, region, channel, serial. */
export function invoiceNumber(word: string, year: string): string {
  const { below } = seeded(`invoice ${word}`)
  return `${year.slice(2)}332${String(below(1_000_000_000)).padStart(15, '0')}`
}

const hex = (words: string) =>
  [...words]
    .map((c) => c.charCodeAt(0).toString(16).padStart(4, '0'))
    .join('')
    .toUpperCase()

/** A one-page PDF with these lines on it; it says of itself that it is a sample. */
export function invoiceSample(lines: readonly string[]): Buffer {
  const text = lines.map((line) => `<${hex(line)}> Tj T*`).join(' ')
  const stream = `BT /F1 13 Tf 56 380 Td 26 TL ${text} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 440] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]
  let body = '%PDF-1.4\n'
  const at = objects.map((object, i) => {
    const here = body.length
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(here).padStart(10, '0')} 00000 n `
  })
  const table = `xref\n0 ${at.length + 1}\n0000000000 65535 f \n${at.join('\n')}\n`
  return Buffer.from(
    `${body}${table}trailer\n<< /Size ${at.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  )
}
