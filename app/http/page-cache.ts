import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzipSync, gzip } from 'node:zlib'
import type { Request, Response } from 'express'
import { weightedMap } from './weighted-map.ts'

type Made = { body: Buffer; headers: [string, string][] }

/** A public page as it is kept: compressed once, sent many times. */
type Page = {
  zipped: Buffer
  etag: string
  headers: [string, string][]
  stamp: string
  madeAt: number
  /** 毫秒 it may go on being sent while the data changes. */
  lasts: number
}

type Making = Pick<Page, 'stamp' | 'madeAt' | 'lasts'> & { work: Promise<Page | undefined> }

/** What time it is, and a word that is another one after every change of data. */
type Stamps = { version: () => string; now: () => number }

export type PageCache = ReturnType<typeof openPageCache>

const MINUTE = 60_000
const STALEST = 1_000
const OVERHEAD = 512
const zip = promisify(gzip)

/** Preferences a public page may depend on; a request with any other cookie is never answered from here. */
const PREFERENCES = /^(?:(?:lang|elder)=[\w-]{1,12}(?:; |$))*$/

/** What a public page is known by, or nothing when the request might be somebody's own. */
export function publicKey({ method, headers, originalUrl, protocol }: Request): string | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined
  if (headers.authorization !== undefined || headers.range !== undefined) return undefined
  const cookies = headers.cookie ?? ''
  return PREFERENCES.test(cookies) ? `${protocol}://${headers.host} ${originalUrl} ${cookies}` : undefined
}

/** Keeps public pages until the data changes or the minute turns, for the countdowns on them. */
export function openPageCache(stamps: Stamps, most = 64 * 1024 * 1024) {
  const kept = weightedMap<Page>(most, (key, { zipped }) => zipped.length + key.length * 2 + OVERHEAD)
  const making = new Map<string, Making>()

  function find(key: string) {
    const page = kept.get(key)
    return page && isCurrent(page, stamps) ? page : undefined
  }

  /** Many visitors asking for one page at once make it once; under a storm of writes they wait for one already begun. */
  function make(key: string, render: () => Promise<Made | undefined>) {
    const begun = making.get(key)
    if (begun && isCurrent(begun, stamps)) return begun.work
    const before = kept.get(key)
    const work = makePage(stamps, render, before)
      .then((page) => {
        if (page) kept.set(key, page)
        return page
      })
      .finally(() => {
        if (making.get(key)?.work === work) making.delete(key)
      })
    making.set(key, { stamp: stampOf(stamps), madeAt: stamps.now(), lasts: before?.lasts ?? 0, work })
    return work
  }

  return { find, make, weight: kept.weight, count: kept.count }
}

const stampOf = ({ version, now }: Stamps) => `${version()} ${Math.floor(now() / MINUTE)}`

const isCurrent = ({ stamp, madeAt, lasts }: Pick<Page, 'stamp' | 'madeAt' | 'lasts'>, stamps: Stamps) =>
  stamp === stampOf(stamps) || Math.abs(stamps.now() - madeAt) < lasts

/**
 * Under a storm of writes a page may be as old as twenty times what it cost to make, twice as old as the one before when
 * it is made again at once, and never older than a second, so that an evening of voting does not stop people reading.
 */
function lastsFor(cost: number, madeAt: number, before: Page | undefined) {
  const inStorm = before !== undefined && Math.abs(madeAt - before.madeAt) < 2 * STALEST
  return Math.min(STALEST, Math.max(cost * 20, inStorm ? before.lasts * 2 : 0))
}

async function makePage(
  stamps: Stamps,
  render: () => Promise<Made | undefined>,
  before: Page | undefined,
): Promise<Page | undefined> {
  const [stamp, madeAt] = [stampOf(stamps), stamps.now()]
  const made = await render()
  if (!made) return undefined
  const digest = createHash('sha256').update(made.body).digest('base64url')
  const zipped = await zip(made.body, { level: 1 })
  const lasts = lastsFor(stamps.now() - madeAt, madeAt, before)
  return { zipped, etag: `W/"${digest}"`, headers: made.headers, stamp, madeAt, lasts }
}

/** Sends a kept page, or only says that the visitor's copy is still good. */
export function sendPage({ headers, method }: Request, response: Response, page: Page) {
  for (const [name, value] of page.headers) response.setHeader(name, value)
  response.setHeader('ETag', page.etag)
  response.setHeader('Cache-Control', 'private, no-cache')
  response.setHeader('Vary', 'Cookie, Accept-Encoding')
  if (headers['if-none-match']?.includes(page.etag)) {
    response.statusCode = 304
    return response.end()
  }
  const zips = takesGzip(headers['accept-encoding'])
  const body = zips ? page.zipped : gunzipSync(page.zipped)
  if (zips) response.setHeader('Content-Encoding', 'gzip')
  response.setHeader('Content-Length', body.length)
  response.end(method === 'HEAD' ? undefined : body)
}

export const takesGzip = (accepts: string | undefined) =>
  accepts !== undefined && /\bgzip\b(?!\s*;\s*q=0(\.0*)?\b)/.test(accepts)
