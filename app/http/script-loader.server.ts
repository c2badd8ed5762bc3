import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { loadContextOf } from '#app/context.server.ts'
import { pageLoader } from './page-loader.server.ts'

type Read<Page> = Parameters<typeof pageLoader<Page>>[0]

/** A page that ships a script: made for one visitor, with the nonce that its content policy lets in. */
export const scriptLoader = <Page>(read: Read<Page>) => {
  const load = pageLoader(read)
  return async (args: LoaderFunctionArgs) =>
    data(
      { page: await load(args), nonce: loadContextOf(args.context).nonce },
      { headers: { 'X-Sanshe-Scripts': '1' } },
    )
}
