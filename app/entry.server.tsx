import { Transform } from 'node:stream'
import {
  type ActionFunctionArgs,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { markChinese } from '#app/http/mark-chinese.ts'
import { preferences } from '#app/http/preferences.server.ts'
import { withoutPadding } from '#app/http/without-padding.ts'
import type { LoadContext } from '#app/http/world-shape.ts'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/** The server comes from the same bundle as the pages: a refusal is one class on both sides, and nothing is loaded twice. */
export { readEnv } from '#app/env.server.ts'
export { openLog } from '#app/http/log.server.ts'
export { createServer } from '#app/http/server.ts'
export { openWorld } from '#app/world.server.ts'

const SLOWEST_PAGE = 10_000

/** A form sent to a page that its sender may not read is answered as the page is: by what the page says of itself. */
const unreadable = ({ staticHandlerContext: { errors } }: EntryContext) =>
  Object.values(errors ?? {}).find((error) => isRouteErrorResponse(error) && error.status === 404)?.status as
    | number
    | undefined

/** Renders a whole page before the first byte leaves, so that a failure can still become an error page. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  loadContext: LoadContext,
) {
  return new Promise<Response>((resolve, reject) => {
    const page = renderToPipeableStream(
      <RemixServer context={remix} url={request.url} abortDelay={SLOWEST_PAGE} nonce={loadContext.nonce} />,
      {
        nonce: loadContext.nonce,
        onAllReady() {
          clearTimeout(tooSlow)
          const body = withoutPadding()
          const said = preferences(request).lang === 'en' ? body.pipe(inEnglish()) : body
          headers.set('Content-Type', 'text/html; charset=utf-8')
          const whole = createReadableStreamFromReadable(said)
          resolve(new Response(whole, { headers, status: unreadable(remix) ?? status }))
          page.pipe(body)
        },
        onShellError: reject,
        onError: (error) => report(loadContext, request, error),
      },
    )
    const tooSlow = setTimeout(page.abort, SLOWEST_PAGE).unref()
  })
}

/** An English page leaves whole, with the Chinese on it marked as Chinese. */
const inEnglish = () => {
  const parts: Buffer[] = []
  return new Transform({
    transform: (part: Buffer, _encoding, done) => {
      parts.push(part)
      done()
    },
    flush(done) {
      this.push(markChinese(Buffer.concat(parts).toString('utf8')))
      done()
    },
  })
}

/** Keeps what broke for the operator; a page that is not there, or a refusal, is no fault of ours. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (request.signal.aborted || isRouteErrorResponse(error)) return
  report(context as unknown as LoadContext, request, error)
}

function report(context: LoadContext, request: Request, error: unknown) {
  context.log.error({ err: error, requestId: context.requestId, path: new URL(request.url).pathname }, 'page')
}
