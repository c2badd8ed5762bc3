import { pageLoader } from '#app/http/page-loader.server.ts'
import { leavesOf } from '#domain/buy/seal/seal-log.ts'

/** One day's fingerprints, sorted, a line each. */
export const loader = pageLoader(async (ctx, { day = '' }) => {
  const leaves = await leavesOf(ctx.db, ctx, day)
  return new Response(`${leaves.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  })
})
