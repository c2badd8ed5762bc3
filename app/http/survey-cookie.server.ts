const NAME = 'survey'
const LASTS = 30 * 24 * 3600

/** The word by which this phone finds its unfinished sheet again. */
export const sheetIn = (request: Request): string | null =>
  new RegExp(`(?:^|;\\s*)${NAME}=([0-9a-z]{20,80})`).exec(request.headers.get('cookie') ?? '')?.[1] ?? null

/** Gives the word to the phone, for the pages of this one survey; none takes it away. */
export const sheetCookie = (request: Request, code: string, token: string | null): HeadersInit => {
  const secure = new URL(request.url).protocol === 'https:' ? '; Secure' : ''
  const lasts = token === null ? 0 : LASTS
  return {
    'Set-Cookie': `${NAME}=${token ?? ''}; Path=/survey/${code}; Max-Age=${lasts}; HttpOnly; SameSite=Lax${secure}`,
  }
}
