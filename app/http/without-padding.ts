import { Transform } from 'node:stream'

/** React 18 pads a full buffer with zero bytes where a 中文 character did not fit; they would be read as damage. */
export const withoutPadding = () =>
  new Transform({
    transform: (part: Buffer, _encoding, done) =>
      done(null, part.includes(0) ? part.filter((byte) => byte !== 0) : part),
  })
