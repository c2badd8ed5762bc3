/** What is taken as it stands: no element may stand inside it, or it already says its language. */
const untouched =
  /<(script|style|title|textarea|option|svg)\b[^>]*>.*?<\/\1>|<(\w+)\b[^>]*\blang="zh-CN"[^>]*>[^<]*<\/\2>|<[^>]*>/gsu
const run = /[\p{sc=Han}《“（][\p{sc=Han}\d\s，。、；：！？…·—“”‘’（）《》〔〕+÷×%-]*/gu

const marked = (text: string) =>
  text.replace(run, (words) => {
    const said = words.trimEnd()
    return /\p{sc=Han}/u.test(said) ? `<span lang="zh-CN">${said}</span>${words.slice(said.length)}` : words
  })

/** On an English page every Chinese name and paper says that it is Chinese, so that a screen reader speaks it so (WCAG 3.1.2). */
export function markChinese(html: string): string {
  let made = ''
  let at = 0
  for (const { 0: kept, index } of html.matchAll(untouched)) {
    made += marked(html.slice(at, index)) + kept
    at = index + kept.length
  }
  return made + marked(html.slice(at))
}
