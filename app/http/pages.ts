import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Request as Asked, Response as Reply, RequestHandler } from 'express'
import { contentPolicy } from './headers.ts'
import { type PageCache, publicKey, sendPage, takesGzip } from './page-cache.ts'
import type { LoadContext } from './world-shape.ts'

export type Handler = (request: Request, context: LoadContext) => Promise<Response>

const PUBLIC = 'X-Sanshe-Public'
const SCRIPTS = 'X-Sanshe-Scripts'
/** The mark of a form that may be sent once: two visitors must not share it. */
const ONES_OWN = 'name="_key"'
const SMALLEST_ZIPPED = 1024
const zip = promisify(gzip)

/** Answers with pages: a kept one where it may, a fresh one where it must. */
export function pages(
  handler: Handler,
  cache: PageCache,
  contextFor: (request: Asked, reply: Reply) => LoadContext,
): RequestHandler {
  return async (asked, reply, next) => {
    try {
      const key = publicKey(asked)
      const kept = key === undefined ? undefined : cache.find(key)
      if (kept) return void sendPage(asked, reply, kept)
      const render = () => handler(requestOf(asked, reply, key !== undefined), contextFor(asked, reply))
      if (key === undefined) return await send(asked, reply, await render())
      await sendPublic(asked, reply, cache, key, render)
    } catch (error) {
      next(error)
    }
  }
}

async function sendPublic(
  asked: Asked,
  reply: Reply,
  cache: PageCache,
  key: string,
  render: () => Promise<Response>,
) {
  let own: Response | undefined
  const page = await cache.make(key, async () => {
    own = await render()
    if (!isPublic(own)) return undefined
    const body = Buffer.from(await own.arrayBuffer())
    if (!body.includes(ONES_OWN)) return { body, headers: headersOf(own) }
    own = new Response(body, own)
    return undefined
  })
  if (page) return sendPage(asked, reply, page)
  await send(asked, reply, own ?? (await render()))
}

/** A page is kept only when it says itself that it is the same for everyone. */
const isPublic = ({ status, headers }: Response) =>
  status === 200 && headers.has(PUBLIC) && !headers.has('Set-Cookie') && isHtml(headers)

const isHtml = (headers: Headers) => headers.get('Content-Type')?.startsWith('text/html') ?? false

const headersOf = ({ headers }: Response) =>
  [...headers].filter(([name]) => name !== PUBLIC.toLowerCase() && name !== 'cache-control')

/** The request as the pages see it: a request for a public page carries nothing its key does not say. */
function requestOf(asked: Asked, reply: Reply, impersonal: boolean) {
  const url = `${asked.protocol}://${asked.headers.host}${asked.originalUrl}`
  const leaving = new AbortController()
  reply.once('close', () => reply.writableFinished || leaving.abort())
  const init: RequestInit = {
    method: asked.method === 'HEAD' ? 'GET' : asked.method,
    headers: new Headers(impersonal ? impersonalHeaders(asked) : allHeaders(asked)),
  }
  if (impersonal) return new Request(url, init)
  return new Request(url, { ...init, signal: leaving.signal, ...bodyOf(reply) })
}

const bodyOf = ({ locals }: Reply): RequestInit => (locals.body === undefined ? {} : { body: locals.body })

const impersonalHeaders = ({ headers }: Asked): [string, string][] =>
  headers.cookie ? [['cookie', headers.cookie]] : []

function allHeaders({ headers }: Asked) {
  const pairs: [string, string][] = []
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !name.startsWith('x-forwarded-')) pairs.push([name, String(value)])
  }
  return pairs
}

/** Sends an answer meant for one visitor; unless it says otherwise, nobody may keep it. */
async function send(asked: Asked, reply: Reply, answer: Response) {
  const personal = publicKey(asked) === undefined || !answer.headers.has('Cache-Control')
  reply.status(answer.status)
  for (const [name, value] of answer.headers) if (!name.startsWith('x-sanshe-')) reply.append(name, value)
  if (personal) reply.setHeader('Cache-Control', 'no-store')
  if (answer.status === 503) reply.setHeader('Retry-After', '60')
  if (answer.headers.has(SCRIPTS))
    reply.setHeader('Content-Security-Policy', contentPolicy(reply.locals.nonce))
  if (!answer.body || asked.method === 'HEAD') return void reply.end()
  if (isHtml(answer.headers)) return sendWhole(asked, reply, Buffer.from(await answer.arrayBuffer()))
  await pipeline(Readable.fromWeb(answer.body as never), reply)
}

async function sendWhole(asked: Asked, reply: Reply, body: Buffer) {
  const zips = body.length >= SMALLEST_ZIPPED && takesGzip(asked.headers['accept-encoding'])
  reply.setHeader('Vary', 'Cookie, Accept-Encoding')
  if (zips) reply.setHeader('Content-Encoding', 'gzip')
  const sent = zips ? await zip(body, { level: 1 }) : body
  reply.setHeader('Content-Length', sent.length)
  reply.end(sent)
}
