export type Run = { words: string; masked: boolean }

/** The shortest part of a body's name that gives it away: without the place it is registered in and without its kind. */
const tellTale = (name: string) => name.replace(/^.*?[市区县]/, '').replace(/^.*?[市区县]/, '')

/** 已遮盖: the text with every name that says whose it is covered up. */
export function masked(text: string, names: readonly string[]): Run[] {
  const hidden = [...new Set(names.flatMap((n) => [n, tellTale(n)]).filter((n) => n.length >= 2))]
  hidden.sort((a, b) => b.length - a.length)
  const runs: Run[] = []
  for (let at = 0; at < text.length; ) {
    const hits = hidden.map((n) => ({ n, i: text.indexOf(n, at) })).filter((h) => h.i >= 0)
    const first = hits.sort((a, b) => a.i - b.i || b.n.length - a.n.length)[0]
    const until = first ? first.i : text.length
    if (until > at) runs.push({ words: text.slice(at, until), masked: false })
    if (first) runs.push({ words: '', masked: true })
    at = first ? first.i + first.n.length : text.length
  }
  return runs
}
