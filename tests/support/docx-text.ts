import { inflateRawSync } from 'node:zlib'

/** One file of an archive, found through its directory. */
function fileIn(archive: Buffer, name: string): Buffer {
  let at = archive.readUInt32LE(archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6])) + 16)
  while (archive.readUInt32LE(at) === 0x02014b50) {
    const long = archive.readUInt16LE(at + 28)
    if (archive.toString('utf8', at + 46, at + 46 + long) === name) {
      const from = archive.readUInt32LE(at + 42)
      const begins = from + 30 + archive.readUInt16LE(from + 26) + archive.readUInt16LE(from + 28)
      return inflateRawSync(archive.subarray(begins, begins + archive.readUInt32LE(at + 20)))
    }
    at += 46 + long + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  throw new Error(`no ${name} in the archive`)
}

/** The words of a Word file, a paragraph a line. */
export const docxText = (file: Buffer) =>
  fileIn(file, 'word/document.xml')
    .toString('utf8')
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
