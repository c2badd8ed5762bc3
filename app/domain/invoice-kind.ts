import { kindOf } from '#app/ports/file-kind.ts'

/** What an invoice may be, told by its first bytes and never by its name: 版式文件 (PDF, OFD) or a picture of paper. */
export const invoiceKinds: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/ofd': 'ofd',
  'image/png': 'png',
  'image/jpeg': 'jpg',
}
export const mostInvoiceBytes = 5 * 1024 * 1024
const endOfZip = Buffer.from('PK\x05\x06', 'latin1')
const inZip = 0x02014b50

/** The names in a zip's own table of contents; none where the table is broken. */
function namesIn(zip: Buffer): string[] {
  const end = zip.lastIndexOf(endOfZip)
  if (end < 0 || end + 22 > zip.length) return []
  const names: string[] = []
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== inZip) return []
    const length = zip.readUInt16LE(at + 28)
    names.push(zip.toString('utf8', at + 46, at + 46 + length))
    at += 46 + length + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return names
}

/** The mime of an invoice's bytes; null for anything else. An OFD (GB/T 33190) is a zip with OFD.xml at its root. */
export async function invoiceKind(bytes: Buffer): Promise<string | null> {
  const mime = await kindOf(bytes)
  if (mime === 'application/zip') return namesIn(bytes).includes('OFD.xml') ? 'application/ofd' : null
  return Object.hasOwn(invoiceKinds, mime) ? mime : null
}
