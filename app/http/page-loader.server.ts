import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { contextOf } from '#app/context.server.ts'
import { tell } from '#app/i18n/index.ts'
import type { Context } from '#domain/context.ts'
import { Refusal } from '#domain/refusal.ts'
import { statusOf } from './status.ts'

type Read<Page> = (ctx: Context, params: Record<string, string>, url: URL, request: Request) => Promise<Page>

/** Read for a page; a refusal becomes the response the error page shows. */
export const pageLoader =
  <Page>(read: Read<Page>) =>
  async ({ request, params, context }: LoaderFunctionArgs) => {
    try {
      const ctx = await contextOf(request, context)
      return await read(ctx, params as Record<string, string>, new URL(request.url), request)
    } catch (error) {
      throw error instanceof Refusal ? refused(error) : error
    }
  }

/** A page that is the same for everyone and has no form on it: it may be kept whole until the data changes. */
export const publicLoader = <Page>(read: Read<Page>) => {
  const load = pageLoader(read)
  return async (args: LoaderFunctionArgs) => data(await load(args), { headers: { 'X-Sanshe-Public': '1' } })
}
/** The response of a refusal: its status, and its reason as a message key. */
export const refused = (refusal: Refusal) =>
  new Response(tell(`refusal.${refusal.reason}`, refusal.params), {
    status: statusOf(refusal),
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
