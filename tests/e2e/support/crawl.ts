import { zhCN } from '../../../app/i18n/zh-CN/index.ts'
import routes from '../../../app/routes.ts'

export type Visit = { who: string; path: string; pattern: string; from: string; status: number; html: string }

type Pattern = { path: string; shape: RegExp; fixed: number }
const patterns: Pattern[] = routes
  .flatMap((one) => (one.path && one.path !== '*' ? [one.path] : []))
  .map((path) => ({
    path: `/${path}`,
    shape: new RegExp(`^/${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
    fixed: path.split('/').filter((part) => !part.startsWith(':')).length,
  }))
  .sort((a, b) => b.fixed - a.fixed)

/** The row of the table of addresses that answers a path. */
export const patternOf = (path: string) => {
  const bare = path.split(/[?#]/)[0] ?? '/'
  return bare === '/' ? '/' : (patterns.find(({ shape }) => shape.test(bare))?.path ?? bare)
}

/** Signs a person of the demonstration in by one tap and gives the cookie that says so. */
export async function cookieOf(town: string, personId: string | null) {
  if (personId === null) return ''
  const answer = await fetch(`${town}/sign-in/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: town },
    body: new URLSearchParams({ personId }),
  })
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0])
  if (answer.status !== 302 || cookie.length === 0)
    throw new Error(`${personId} was not signed in: ${answer.status}`)
  return cookie.join('; ')
}

/** Where a page's links lead within the site. */
export const linksIn = (html: string) =>
  [...html.matchAll(/<a\b[^>]*?\shref="(\/[^"#]*)/g)].map(([, to]) => (to ?? '/').replaceAll('&amp;', '&'))

/** Follows every link a person can see, each kind of page at most so many times. */
export async function crawl(
  town: string,
  who: string,
  cookie: string,
  starts: readonly string[],
  most: (pattern: string) => number,
) {
  const visits: Visit[] = []
  const seen = new Map<string, number>()
  const queue = starts.map((path) => ({ path, from: '' }))
  const known = new Set(starts)
  for (let next = queue.shift(); next; next = queue.shift()) {
    const pattern = patternOf(next.path)
    if ((seen.get(pattern) ?? 0) >= most(pattern)) continue
    seen.set(pattern, (seen.get(pattern) ?? 0) + 1)
    const headers = { Cookie: cookie, 'Accept-Encoding': 'identity' }
    const answer = await fetch(town + next.path, { headers })
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false
    const html = isPage ? await answer.text() : ''
    if (!isPage) await answer.arrayBuffer()
    visits.push({ who, path: next.path, pattern, from: next.from, status: answer.status, html })
    for (const path of linksIn(html))
      if (!known.has(path)) {
        known.add(path)
        queue.push({ path, from: next.path })
      }
  }
  return visits
}

const parts = [...new Set(Object.keys(zhCN).map((key) => key.split('.')[0]))].join('|')
const faults: readonly [string, RegExp][] = [
  [
    'a key instead of words',
    new RegExp(
      `(?<![\\w/.@-])(${parts})\\.(?!csv|json|pb|pdf|png|jpg|gov|org|cn)[a-z_][a-z_.-]*[a-z](?![\\w@])`,
    ),
  ],
  ['a value that was not there', /\bundefined\b|\bNaN\b|\[object |\{\{|\bInvalid Date\b|\bnull\b/],
  ['punctuation twice', /。。|，，|、、|：：|；；|。，|，。|、。|（）|“”|《》|。；/],
]

const readable = (html: string) =>
  html
    .replace(/<(script|style|textarea|pre|code)\b.*?<\/\1>/gs, ' ')
    .replace(/<!--.*?-->/gs, '')
    .replace(/<\/(p|li|td|th|h\d|div|dt|dd|span|a|button|label|option|small|strong|summary)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(quot|#x27|amp|lt|gt);/g, ' ')
    .replace(/[\w-]{40,}/g, ' ')

/** What is wrong with a page that can be told from its text. */
export function faultsIn({ html, status }: Visit): string[] {
  const said: string[] = status < 400 ? [] : [`answers ${status}`]
  if (!html) return said
  if ((html.match(/<h1[\s>]/g) ?? []).length !== 1) said.push('has not exactly one h1')
  if (!/<title>[^<]+<\/title>/.test(html)) said.push('has no title')
  const text = readable(html)
  for (const [name, shape] of faults) {
    const found = shape.exec(text)
    if (found)
      said.push(
        `${name}: “${text.slice(Math.max(0, found.index - 15), found.index + 30).replace(/\s+/g, ' ')}”`,
      )
  }
  return said
}
