import { parse, serialize } from 'cookie'

const year = 365 * 24 * 3600
/** 长者模式 in steps, smallest first: 22, 26 and 30 px. */
export const elderSizes = ['on', 'large', 'largest'] as const
export type ElderSize = (typeof elderSizes)[number]
const isSize = (said: string | undefined): said is ElderSize => elderSizes.some((size) => size === said)

/** How the reader likes the page: language and 长者模式, in two plain cookies that say nothing of him. */
export function preferences(request: Request): { lang: 'zh-CN' | 'en'; elder: ElderSize | 'off' | null } {
  const { lang, elder } = parse(request.headers.get('cookie') ?? '')
  return {
    lang: lang === 'en' ? 'en' : 'zh-CN',
    elder: isSize(elder) || elder === 'off' ? elder : null,
  }
}
const keep = (name: string, value: string) =>
  serialize(name, value, { path: '/', maxAge: year, sameSite: 'lax', httpOnly: true })
export const keepLang = (lang: string) => keep('lang', lang === 'en' ? 'en' : 'zh-CN')
export const keepElder = (size: string) => keep('elder', isSize(size) ? size : 'off')
