import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { contextOf } from '#app/context.server.ts'
import { tell, told, translator } from '#app/i18n/index.ts'
import { isNoRoom } from '#db/store.ts'
import type { Context } from '#domain/context.ts'
import { Refusal } from '#domain/refusal.ts'
import { preferences } from './preferences.server.ts'
import { statusOf } from './status.ts'
import { forStrangers } from './stranger.server.ts'

type Read<Page> = (ctx: Context, params: Record<string, string>, url: URL, request: Request) => Promise<Page>

/** Read for a page; a refusal becomes the response the error page shows. */
export const pageLoader =
  <Page>(read: Read<Page>) =>
  async ({ request, params, context }: LoaderFunctionArgs) => {
    const [url, named] = [new URL(request.url), params as Record<string, string>]
    let ctx: Context | undefined
    try {
      ctx = await contextOf(request, context)
      return await read(ctx, named, url, request)
    } catch (error) {
      const again = (one: Context, blanks: typeof named) => read(one, blanks, url, request)
      const asked = { read: again, params: named, path: url.pathname }
      const said = saidOf(ctx ? await forStrangers({ ...asked, ctx }, error) : error)
      throw answer(isFile(url.pathname) ? { ...said, message: inWords(request, said.message) } : said)
    }
  }

/** A page that is the same for everyone and has no form on it: it may be kept whole until the data changes. */
export const publicLoader = <Page>(read: Read<Page>) => {
  const load = pageLoader(read)
  return async (args: LoaderFunctionArgs) => data(await load(args), { headers: { 'X-Sanshe-Public': '1' } })
}
/** A file has no page around it that would put a key into words. */
const isFile = (path: string) => /\.[a-z0-9]{2,5}$/i.test(path)
const inWords = (request: Request, message: string) => told(translator(preferences(request).lang), message)

type Said = { message: string; status: number; field?: string | null }
/** What a visitor is told of an error, and its status: a rule's refusal, or that the disk is full; all else is thrown on. */
export function saidOf(error: unknown): Said {
  if (error instanceof Refusal)
    return {
      message: tell(`refusal.${error.reason}`, error.params),
      status: statusOf(error),
      field: error.field,
    }
  if (isNoRoom(error)) return { message: tell('trouble.503.text'), status: 503 }
  throw error
}

const answer = ({ message, status }: Said) =>
  new Response(message, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })

/** The response of a refusal: its status, and its reason as a message key. */
export const refused = (refusal: Refusal) => answer(saidOf(refusal))
