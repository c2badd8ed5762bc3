/** Traditional forms that are written to slip past a reader. */
const pairs =
  '註注冊册資资額额營营業业員员數数納纳稅税產产總总淨净機机構构實实繳缴認认開开辦办職职專专團团壓压級级獎奖項项績绩當当設设與与歲岁須须應应標标號号權权範范圍围組组織织種种類类庫库質质歷历'.match(
    /../gu,
  ) ?? []
const simple: Readonly<Record<string, string>> = Object.fromEntries(pairs.map((pair) => [...pair]))
const filler = /[\s\p{Cf}·•・.\-_*~|'"“”‘’«»()[\]【】〔〕{}<>《》/\\+=#&^`—–…]/u

/** A text with full-width forms, case, spaces and ornaments evened out, and where each character stood. */
export function plainWords(text: string): { flat: string; at: number[] } {
  let flat = ''
  const at: number[] = []
  let from = 0
  for (const char of text) {
    for (const even of char.normalize('NFKC').toLowerCase()) {
      if (filler.test(even)) continue
      const one = simple[even] ?? even
      flat += one
      for (let i = 0; i < one.length; i++) at.push(from)
    }
    from += char.length
  }
  return { flat, at }
}

const digits = '零一二三四五六七八九'
/** 三十 as 30, 两 as 2: numbers up to ninety-nine as they are spoken. */
export const plainNumbers = (text: string): string =>
  text
    .replace(/两(?=[个份项例次家名位年月日小])/g, '二')
    .replace(/([一二三四五六七八九])?十([一二三四五六七八九])?/g, (_, tens: string, ones: string) =>
      String((tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0)),
    )
    .replace(/[零一二三四五六七八九]/g, (c) => String(digits.indexOf(c)))
