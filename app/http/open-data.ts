import { pipeline } from 'node:stream/promises'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import { type Key, translator } from '#app/i18n/index.ts'
import type { Store } from '#db/store.ts'
import { extension, extensionMetadata } from '#domain/open/ocds/extension.ts'
import { compileReleases } from '#domain/open/ocds/merge.ts'
import { type Package, recordPackage, releasePackage } from '#domain/open/ocds/packages.ts'
import { profileOf } from '#domain/open/ocds/profile.ts'
import { linesOf, newestOf, processesOf } from '#domain/open/ocds/read-releases.ts'
import { isTable, lineOf, tables } from '#domain/open/ocds/tables.ts'
import { Refusal } from '#domain/refusal.ts'
import { statusOf } from './status.ts'

/** What the open data asks of a world. */
type Source = { store: Pick<Store, 'db' | 'rows'> }

const JSON_TYPE = 'application/json; charset=utf-8'
/** Anybody's page may read it, and ask again each time whether it changed. */
function openTo(reply: Response, type: string, etag?: string) {
  reply.setHeader('Content-Type', type)
  reply.setHeader('Cache-Control', 'public, no-cache')
  reply.setHeader('Access-Control-Allow-Origin', '*')
  reply.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
  if (etag) reply.setHeader('ETag', etag)
}
const heldBy = ({ headers }: Request) => headers['if-none-match']
const unchanged = (reply: Response) => void reply.status(304).end()

/** Sends piece by piece, no faster than the visitor takes it, and stops when he leaves. */
async function pour(asked: Request, reply: Response, pieces: AsyncIterable<Buffer | string>) {
  if (asked.method === 'HEAD') return void reply.end()
  await pipeline(pieces, reply)
}

/** A cursor is a place in the feed, nothing else. */
function afterOf({ query }: Request): number {
  const { after } = query
  if (after === undefined) return 0
  if (typeof after !== 'string' || !/^\d{1,9}$/.test(after)) throw new Refusal('invalid', 'no-such-cursor')
  return Number(after)
}

const sendPackage = async (reply: Response, made: Promise<Package>) => {
  const whole = await made
  openTo(reply, JSON_TYPE, whole.etag)
  if (whole.body === null) return unchanged(reply)
  if (whole.next) reply.setHeader('Link', `<${whole.next}>; rel="next"`)
  reply.end(whole.body)
}

/** Everything after a place, a release a line; its fingerprint is that of the last one in it. */
async function sendLines({ store }: Source, asked: Request, reply: Response) {
  const after = afterOf(asked)
  const { ordinal, sha256 } = await newestOf(store.db)
  const etag = `"${after}-${ordinal}-${sha256.slice(0, 16)}"`
  openTo(reply, 'application/jsonl; charset=utf-8', etag)
  if (heldBy(asked)?.includes(etag)) return unchanged(reply)
  await pour(asked, reply, linesOf(store, after, ordinal))
}

const t = translator('zh-CN')
const column = (name: string) => t(`data.column.${name}` as Key)
async function* rowsOf({ store }: Source, name: string) {
  const { columns, rows } = tables[name]!
  yield `\ufeff${lineOf(columns.map(column))}`
  for await (const releases of processesOf(store.db))
    for (const row of rows(compileReleases(releases))) yield lineOf(row)
}
async function sendTable(source: Source, asked: Request, reply: Response) {
  const { name = '' } = asked.params
  if (!isTable(name)) throw new Refusal('missing', 'no-such-process')
  const { ordinal, sha256 } = await newestOf(source.store.db)
  const etag = `"${name}-${ordinal}-${sha256.slice(0, 16)}"`
  openTo(reply, 'text/csv; charset=utf-8', etag)
  if (heldBy(asked)?.includes(etag)) return unchanged(reply)
  reply.setHeader('Content-Disposition', `attachment; filename="${name}.csv"`)
  await pour(asked, reply, rowsOf(source, name))
}

async function sendExtension({ store }: Source, { params: { file = '' } }: Request, reply: Response) {
  const { origin } = await profileOf(store.db)
  const files: Record<string, unknown> = {
    'extension.json': extensionMetadata(origin),
    'release-schema.json': extension.schema,
  }
  if (!Object.hasOwn(files, file)) throw new Refusal('missing', 'no-such-process')
  openTo(reply, JSON_TYPE)
  reply.end(`${JSON.stringify(files[file], null, 2)}\n`)
}
function sendCodelist({ params: { file = '' } }: Request, reply: Response) {
  if (!Object.hasOwn(extension.codelists, file)) throw new Refusal('missing', 'no-such-process')
  openTo(reply, 'text/csv; charset=utf-8')
  reply.end(extension.codelists[file])
}

/** A refusal is said in one line; what is wrong inside goes to the last resort, unless half was sent. */
const saying =
  (answer: (asked: Request, reply: Response) => Promise<void> | void): RequestHandler =>
  async (asked, reply, next) => {
    try {
      await answer(asked, reply)
    } catch (error) {
      if (reply.headersSent) return void reply.destroy()
      if (!(error instanceof Refusal)) return next(error)
      openTo(reply, JSON_TYPE)
      reply.removeHeader('ETag')
      reply.status(statusOf(error)).end(JSON.stringify({ error: error.reason }))
    }
  }

/** 公开数据接口: the feed, each process, everything at once, tables, and what our own words mean. */
export function openData(source: Source) {
  const router = Router({ caseSensitive: true, strict: true })
  router.get(
    '/open/ocds/releases.json',
    saying((asked, reply) =>
      sendPackage(reply, releasePackage(source.store.db, afterOf(asked), heldBy(asked))),
    ),
  )
  router.get(
    '/open/ocds/releases.jsonl',
    saying((asked, reply) => sendLines(source, asked, reply)),
  )
  router.get(
    '/open/ocds/records/:ocid.json',
    saying((asked, reply) =>
      sendPackage(reply, recordPackage(source.store.db, asked.params.ocid ?? '', heldBy(asked))),
    ),
  )
  router.get(
    '/open/ocds/extension/:file',
    saying((asked, reply) => sendExtension(source, asked, reply)),
  )
  router.get('/open/ocds/extension/codelists/:file', saying(sendCodelist))
  router.get(
    '/open/ocds/tables/:name.csv',
    saying((asked, reply) => sendTable(source, asked, reply)),
  )
  return router
}
