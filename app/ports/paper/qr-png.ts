import { crc32, deflateSync } from 'node:zlib'
import { qrRows } from './qr-rows.ts'

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [long, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  long.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([long, body, check])
}

/** The same as a PNG of so many points a square, with the white border a reader needs. */
export function qrPng(text: string, scale = 6): Buffer {
  const rows = qrRows(text)
  const size = (rows.length + 8) * scale
  const dark = (x: number, y: number) => rows[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4] ?? false
  const lines = Array.from({ length: size }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: size }, (_, x) => (dark(x, y) ? 0 : 255))]),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head[8] = 8
  const begins = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.concat(lines))
  return Buffer.concat([begins, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}
