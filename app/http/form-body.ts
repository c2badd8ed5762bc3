import type { Request } from 'express'
import type { Turned } from './guard.ts'
import { ORDINARY_FORM } from './uploads.ts'

const MOST_FIELDS = 500
const UPLOADS_AT_ONCE = 96 * 1024 * 1024
const LONGEST_NAME = 100

/** `answer`, `answers[3]`, `criteria[0].options[2].label`: three names deep and no deeper. */
const FIELD_NAME = /^[^.[\]]+(\[\d{0,3}\])?(\.[^.[\]]+(\[\d{0,3}\])?){0,2}$/u
const RISKY_NAME = /(^|\.)(__proto__|constructor|prototype)($|[.[])/

const tooManyFields: Turned = { status: 400, key: 'guard.fields' }
const tooManyUploads: Turned = { status: 503, key: 'guard.busy', headers: { 'Retry-After': '60' } }

/** Reads a form whole, whose size is already known to be allowed, and counts its fields before anything parses them. */
export function openFormReader() {
  let uploading = 0
  return async function readForm(request: Request, countsFields: boolean): Promise<Buffer | Turned> {
    const length = Number(request.headers['content-length'] ?? 0)
    const weight = length > ORDINARY_FORM ? length : 0
    if (uploading + weight > UPLOADS_AT_ONCE) return tooManyUploads
    uploading += weight
    try {
      const body = await readAll(request)
      return !countsFields || hasPlainFields(request, body) ? body : tooManyFields
    } finally {
      uploading -= weight
    }
  }
}

async function readAll(request: Request) {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part)
  return Buffer.concat(parts)
}

function hasPlainFields({ headers }: Request, body: Buffer) {
  const type = headers['content-type'] ?? ''
  const names = /^multipart/i.test(type) ? multipartNames(body, type) : formNames(body)
  return names?.every(isPlainName) ?? false
}

const isPlainName = (name: string) =>
  name.length <= LONGEST_NAME && FIELD_NAME.test(name) && !RISKY_NAME.test(name)

/** Read as the page's own reader does, which drops a byte order mark. */
function formNames(body: Buffer) {
  const pairs = new TextDecoder().decode(body).split('&', MOST_FIELDS + 1)
  return pairs.length > MOST_FIELDS ? undefined : pairs.filter(Boolean).map(nameOfPair)
}

const nameOfPair = (pair: string) => decoded(pair.split('=', 1)[0]?.replaceAll('+', ' ') ?? '')

function decoded(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** One boundary and nothing else: whatever could be read in two ways is no form. */
const ONE_BOUNDARY = /^multipart\/form-data\s*;\s*boundary=(?:"([^"\\]{1,70})"|([^\s;,"\\]{1,70}))\s*$/i
const LONGEST_HEAD = 2_048

/** A part without a name is no field, and a form without a boundary, or that never ends, is no form. */
function multipartNames(body: Buffer, type: string) {
  const boundary = ONE_BOUNDARY.exec(type)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (!mark) return undefined
  const names: string[] = []
  for (let at = body.indexOf(`--${mark}`); at >= 0; at = body.indexOf(`--${mark}`, at + mark.length)) {
    const head = body.toString('utf8', at + mark.length + 2, at + mark.length + LONGEST_HEAD)
    if (head.startsWith('--')) return names
    names.push(nameOfPart(head))
    if (names.length > MOST_FIELDS) return undefined
  }
  return undefined
}

const DISPOSITION = /^\s*content-disposition\s*:/i
const NAMED = /^content-disposition:[ \t]*form-data; name="([^"]*)"/i

/** What a part calls itself in the one header that may say so; '' where its reader could take another. */
function nameOfPart(head: string) {
  const end = head.indexOf('\r\n\r\n')
  if (end < 0) return ''
  const [said, ...more] = head
    .slice(0, end)
    .split(/[\r\n]+/)
    .filter((line) => DISPOSITION.test(line))
  return said === undefined || more.length > 0 ? '' : (NAMED.exec(said)?.[1] ?? '')
}
