import { once } from 'node:events'
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { Writable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { openLog } from '#app/http/log.server.ts'
import { createServer } from '#app/http/server.ts'
import type { World } from '#app/http/world-shape.ts'
import type { Store } from '#db/store.ts'
import type { Town } from './world.ts'

const builtPages = path.resolve('build/server/index.js')
/** The pages are tried as they are served: built. */
export const isBuilt = existsSync(builtPages)

type Parts = {
  town: Pick<Town, 'clock' | 'calendar' | 'vault'>
  store: Store
  files: Town['files']
  funds?: World['funds']
}

/** Pages built from another schema than the tests' own would ask for columns that nobody knows. */
async function builtNow(): Promise<ServerBuild> {
  const program = pathToFileURL(path.resolve('bin/prepare/build.mjs')).href
  const { isCurrent } = (await import(/* @vite-ignore */ program)) as { isCurrent: () => boolean }
  if (!isCurrent()) throw new Error('build/ was made from other sources than these: npm run build')
  return (await import(/* @vite-ignore */ pathToFileURL(builtPages).href)) as ServerBuild
}

/** Serves one store's pages over HTTP on a free port under the town's standing clock, its log kept at debug. */
export async function serveTown({ town, store, files, funds = null }: Parts) {
  const build = await builtNow()
  let said = ''
  const stream = new Writable({
    write: (part, _encoding, done) => {
      said += part
      done()
    },
  })
  const world: World = {
    store,
    clock: town.clock,
    wall: town.clock,
    calendar: () => town.calendar,
    files,
    vault: town.vault,
    funds,
    demo: 'full',
    version: store.version,
    refresh: async () => {},
    ready: store.ready,
    close: store.close,
  }
  const env = { formsAMinute: 1_000_000 }
  const { http } = createServer({ world, env, log: openLog('debug', stream), build })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo
  const close = async () => {
    http.closeAllConnections()
    http.close()
    await once(http, 'close')
  }
  return { url: `http://127.0.0.1:${port}`, build, log: () => said, close }
}
export type Served = Awaited<ReturnType<typeof serveTown>>

/** A form as one of our own pages sends it. */
export const sendForm = (url: string, to: string, cookie: string, body: Record<string, string>) =>
  fetch(url + to, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...{ origin: url, cookie, 'accept-encoding': 'identity' },
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(body),
  })

/** The cookie of one person of the town, signed in by one tap; of nobody, none. */
export async function cookieFor(url: string, personId: string | null) {
  if (personId === null) return ''
  const answer = await sendForm(url, '/sign-in/demo', '', { personId })
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  if (!cookie) throw new Error(`${personId} could not be signed in: ${answer.status}`)
  return cookie
}

/** Every address a pattern stands for, with each of the values at hand for each of its blanks. */
export function addressesOf(pattern: string, values: Readonly<Record<string, readonly string[]>>): string[] {
  const blank = /:(\w+)/.exec(pattern)?.[1]
  if (!blank) return [`/${pattern.replace('*', 'nothing-here')}`]
  const known = values[blank] ?? ['00000000000000000000']
  return known.flatMap((value) =>
    addressesOf(pattern.replace(`:${blank}`, encodeURIComponent(value)), values),
  )
}

/** What may differ between two renderings of one page: the keys of its forms, the nonce, and where it is served. */
export const sameButKeys = (body: string) =>
  body
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<key>')
    .replaceAll(/nonce="[^"]*"/g, 'nonce')
    .replaceAll(/(<svg[^>]*aria-label="[^"]*)http:\/\/127\.0\.0\.1:\d+([^"]*)"[\s\S]*?<\/svg>/g, '$1$2">')
    .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, '<here>')
    .replaceAll(/viewBox="0 0 \d+ \d+" role="img"/g, 'drawn')

export type Heard = { status: number; text: string; said: string }
/** One answer, headers and all, as a string that two towns can be compared by. */
export async function hear(answer: Response): Promise<Heard> {
  const text = await answer.text()
  const headers = ['content-type', 'location', 'content-disposition', 'x-sanshe-public']
    .map((name) => `${name}: ${answer.headers.get(name)}`)
    .join('\n')
  return {
    status: answer.status,
    text: `${headers}\n${text}`,
    said: sameButKeys(`${answer.status}\n${headers}\n${text}`),
  }
}

/** Runs so many at a time: a browser opens no more. */
export async function eachOf<T>(items: readonly T[], atOnce: number, run: (item: T) => Promise<void>) {
  const left = [...items]
  const one = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await run(item)
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}
