import { inflateSync } from 'node:zlib'

type Parts = Map<number, { head: string; stream: Buffer | null }>

/** Every object of a PDF file by its number, its stream inflated. */
function partsOf(file: Buffer): Parts {
  const words = file.toString('latin1')
  const parts: Parts = new Map()
  for (const found of words.matchAll(/(\d+) 0 obj\r?\n/g)) {
    const from = found.index + found[0].length
    const end = words.indexOf('endobj', from)
    const at = words.indexOf('stream', from)
    const head = words.slice(from, at > 0 && at < end ? at : end)
    const long = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const begins = at + (words[at + 6] === '\r' ? 8 : 7)
    const raw = at > 0 && at < end && long ? file.subarray(begins, begins + long) : null
    parts.set(Number(found[1]), { head, stream: raw && /FlateDecode/.test(head) ? inflateSync(raw) : raw })
  }
  return parts
}

const utf16 = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** Which sign each glyph stands for, as the file's ToUnicode maps say. */
function signsOf(parts: Parts) {
  const signs = new Map<string, string>()
  for (const { stream } of parts.values()) {
    const map = stream?.toString('latin1') ?? ''
    if (!map.includes('beginbfrange') && !map.includes('beginbfchar')) continue
    for (const [, from = '', , list = ''] of map.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g))
      for (const [i, [, sign = '']] of [...list.matchAll(/<([\w ]*)>/g)].entries())
        signs.set(
          (Number.parseInt(from, 16) + i).toString(16).padStart(4, '0'),
          utf16(sign.replaceAll(' ', '')),
        )
  }
  return signs
}

/** The words of a PDF file as a reader would copy them, read back through its own font maps. */
export function pdfText(file: Buffer): string {
  const parts = partsOf(file)
  const signs = signsOf(parts)
  const pages = [...parts.values()].filter(({ head }) => /\/Type \/Page\b/.test(head))
  const said = pages.map(({ head }) => {
    const content =
      parts.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]))?.stream?.toString('latin1') ?? ''
    return [...content.matchAll(/\[([^\]]*)\] TJ/g)]
      .map(([, run = '']) =>
        [...run.matchAll(/<(\w+)>/g)]
          .map(([, hex = '']) =>
            (hex.match(/.{4}/g) ?? []).map((glyph) => signs.get(glyph) ?? '\ufffd').join(''),
          )
          .join(''),
      )
      .join('\n')
  })
  return said.join('\n\f')
}
