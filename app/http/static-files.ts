import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { RequestHandler, Response } from 'express'

type Encoding = 'br' | 'gzip' | 'identity'
type Asset = {
  bytes: Record<Encoding, () => Buffer>
  etag: string
  type: string
  lifetime: string
  shrinks: boolean
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
const SHRINKING = /^(text|image\/svg|application)/
const FOREVER = 'public, max-age=31536000, immutable'
const AN_HOUR = 'public, max-age=3600'

/** Serves the built files from memory; a name that was not there at the start is not served at all. */
export function staticFiles(folder: string): { handler: RequestHandler; stylesheet: string | undefined } {
  const assets = new Map(filesIn(folder).map((file) => [addressOf(folder, file), openAsset(folder, file)]))
  const stylesheet = [...assets.keys()].find((address) => /^\/assets\/root-.*\.css$/.test(address))
  const handler: RequestHandler = (request, response, next) => {
    const asset = request.method === 'POST' ? undefined : assets.get(request.path)
    if (!asset) return next()
    const { 'accept-encoding': accepts = '', 'if-none-match': has = '' } = request.headers
    sendAsset(response, asset, encodingFor(asset, accepts), has, request.method === 'HEAD')
  }
  return { handler, stylesheet }
}

const addressOf = (folder: string, file: string) => `/${relative(folder, file).split(sep).join('/')}`

function filesIn(folder: string) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !addressOf(folder, file).includes('/.'))
}

function openAsset(folder: string, file: string): Asset {
  const plain = readFileSync(file)
  const type = TYPES[extname(file)] ?? 'application/octet-stream'
  return {
    bytes: {
      identity: () => plain,
      gzip: once(() => gzipSync(plain, { level: 9 })),
      br: once(() => brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } })),
    },
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    type,
    lifetime: addressOf(folder, file).startsWith('/assets/') ? FOREVER : AN_HOUR,
    shrinks: SHRINKING.test(type) && plain.length > 512,
  }
}

function once<Value>(make: () => Value) {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}

function encodingFor({ shrinks }: Asset, accepts: string): Encoding {
  if (!shrinks) return 'identity'
  if (/\bbr\b/.test(accepts)) return 'br'
  return /\bgzip\b/.test(accepts) ? 'gzip' : 'identity'
}

function sendAsset(response: Response, asset: Asset, encoding: Encoding, has: string, headOnly: boolean) {
  response.setHeader('Cache-Control', asset.lifetime)
  response.setHeader('ETag', asset.etag)
  if (asset.shrinks) response.setHeader('Vary', 'Accept-Encoding')
  if (has.includes(asset.etag)) return response.status(304).end()
  const bytes = asset.bytes[encoding]()
  response.setHeader('Content-Type', asset.type)
  response.setHeader('Content-Length', bytes.length)
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  response.end(headOnly ? undefined : bytes)
}
