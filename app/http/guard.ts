import type { Request } from 'express'
import type { guard as sentences } from '#app/i18n/zh-CN/guard.ts'
import { largestBody } from './uploads.ts'

export type GuardKey = keyof typeof sentences
export type Turned = { status: number; key: GuardKey; headers?: Record<string, string> }

/** What the door needs to know of its own house. */
export type House = { hosts: readonly string[]; origin?: string | undefined }

type Check = (request: Request, house: House) => Turned | undefined

const MOST_HEADERS = 100
const LONGEST_URL = 2048
const METHODS = ['GET', 'HEAD', 'POST']
const FORM_TYPE = /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i

const turn = (status: number, key: GuardKey, headers?: Record<string, string>): Turned =>
  headers ? { status, key, headers } : { status, key }

export const isSafe = ({ method }: Request) => method === 'GET' || method === 'HEAD'

/** The router's own addresses: each runs a loader or action past the page it belongs to. */
const HIDDEN_FIELDS = ['_data', '_routes']

/** Every reason a request is turned away before any page code runs, in the order they are asked. */
export const checks = {
  headers: ({ rawHeaders }) =>
    rawHeaders.length > MOST_HEADERS * 2 ? turn(431, 'guard.headers') : undefined,

  host: ({ headers, rawHeaders }, { hosts }) =>
    isOurs(headers.host ?? '', hosts) && saysOnce(rawHeaders, 'host') ? undefined : turn(421, 'guard.host'),

  method: ({ method }) =>
    METHODS.includes(method) ? undefined : turn(405, 'guard.method', { Allow: METHODS.join(', ') }),

  url: ({ originalUrl }) => (originalUrl.length > LONGEST_URL ? turn(414, 'guard.url') : undefined),

  path: ({ originalUrl }) => (isCanonical(pathOf(originalUrl)) ? undefined : turn(400, 'guard.path')),

  hidden: ({ originalUrl }) => (isHidden(originalUrl) ? turn(404, 'guard.hidden') : undefined),

  bodyless: (request) => (isSafe(request) && carriesBody(request) ? turn(400, 'guard.path') : undefined),

  origin: (request, house) =>
    isSafe(request) || isFromHere(request, house) ? undefined : turn(403, 'guard.origin'),

  type: (request) => (isSafe(request) || isForm(request) ? undefined : turn(415, 'guard.type')),

  length: (request) => (isSafe(request) ? undefined : refuseLength(request)),
} satisfies Record<string, Check>

/** The first reason to turn a request away, leaving out the defences a test has switched off. */
export function turnAway(request: Request, house: House, without: ReadonlySet<string>): Turned | undefined {
  for (const [name, check] of Object.entries(checks)) {
    const turned = without.has(name) ? undefined : check(request, house)
    if (turned) return turned
  }
  return undefined
}

/** Of two hosts a proxy might believe the other (RFC 9112 §3.2). */
const saysOnce = (raw: readonly string[], name: string) =>
  raw.filter((word, at) => at % 2 === 0 && word.toLowerCase() === name).length < 2

const pathOf = (url: string) => url.split('?', 1)[0] ?? ''

/** A host in the list without a port stands for every port. */
function isOurs(host: string, hosts: readonly string[]) {
  const asked = host.toLowerCase()
  return hosts.includes(asked) || hosts.includes(asked.replace(/:\d{1,5}$/, ''))
}

/** One spelling a path: what decodes to a slash, a dot segment or a control character is refused, not repaired. */
function isCanonical(path: string) {
  if (!path.startsWith('/') || path.includes('//') || /[\\\p{Cc}]/u.test(path)) return false
  if (/%(2f|5c|[01][0-9a-f]|7f)/i.test(path) || /(^|\/)(\.|%2e){1,2}(\/|$)/i.test(path)) return false
  return !path.includes('%') || canDecode(path)
}

function canDecode(text: string) {
  try {
    return decodeURIComponent(text) !== ''
  } catch {
    return false
  }
}

function isHidden(url: string) {
  const path = decodeURIComponent(canDecode(pathOf(url)) ? pathOf(url) : '/')
  if (path.endsWith('.data') || path.startsWith('/__')) return true
  if (!url.includes('?')) return false
  const asked = new URLSearchParams(url.slice(url.indexOf('?')))
  return HIDDEN_FIELDS.some((name) => asked.has(name))
}

const carriesBody = ({ headers }: Request) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0

/** A browser says where a form came from in one of three headers; each one said must say “here”, and one must speak. */
function isFromHere({ headers, protocol }: Request, { origin }: House) {
  const here = origin ?? `${protocol}://${headers.host?.toLowerCase()}`
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const said = headers.origin ?? originOf(headers.referer)
  return said === undefined ? site === 'same-origin' : said === here
}

const originOf = (referer: string | undefined) =>
  referer === undefined ? undefined : URL.canParse(referer) ? new URL(referer).origin : 'null'

function isForm({ headers }: Request) {
  const type = headers['content-type'] ?? ''
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1] ?? 'utf-8'
  return FORM_TYPE.test(type) && /^utf-?8$/i.test(charset) && headers['content-encoding'] === undefined
}

function refuseLength({ headers, originalUrl }: Request): Turned | undefined {
  const length = headers['content-length'] ?? ''
  if (!/^\d{1,12}$/.test(length) || headers['transfer-encoding']) return turn(411, 'guard.unsized')
  const most = largestBody(pathOf(originalUrl), headers['content-type'] ?? '')
  return Number(length) > most ? turn(413, 'guard.large') : undefined
}
