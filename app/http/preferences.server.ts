import { parse, serialize } from 'cookie'

const year = 365 * 24 * 3600
/** How the reader likes the page: language and 长者模式, in two plain cookies that say nothing of him. */
export function preferences(request: Request): { lang: 'zh-CN' | 'en'; elder: boolean | null } {
  const { lang, elder } = parse(request.headers.get('cookie') ?? '')
  return {
    lang: lang === 'en' ? 'en' : 'zh-CN',
    elder: elder === 'on' ? true : elder === 'off' ? false : null,
  }
}
const keep = (name: string, value: string) =>
  serialize(name, value, { path: '/', maxAge: year, sameSite: 'lax', httpOnly: true })
export const keepLang = (lang: string) => keep('lang', lang === 'en' ? 'en' : 'zh-CN')
export const keepElder = (on: boolean) => keep('elder', on ? 'on' : 'off')
