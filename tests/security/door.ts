import { once } from 'node:events'
import { request as ask, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { openLog } from '#app/http/log.server.ts'
import type { Handler } from '#app/http/pages.ts'
import { createServer, type ServerSettings } from '#app/http/server.ts'
import type { World } from '#app/http/world-shape.ts'
import { systemClock } from '#app/ports/clock.ts'

type Door = {
  without?: string[]
  handler?: Handler
  build?: Parameters<typeof createServer>[0]['build']
  env?: ServerSettings
  files?: string
  version?: () => string
  ready?: () => Promise<void>
}

type Knock = {
  method?: string
  headers?: Record<string, string | string[]>
  body?: string | Buffer
  chunked?: boolean
}

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; bytes: Buffer }

/** As much of the world as the guard looks at. */
export const tinyWorld = (part: Partial<World> = {}) =>
  ({ version: () => '1', ready: async () => {}, close: async () => {}, clock: systemClock, ...part }) as World

/** A real server on a free port, with a page of the test's own behind the guard. */
export async function openDoor({ handler, build, env = {}, version, ready, files, without }: Door = {}) {
  const world = tinyWorld({ version: version ?? (() => '1'), ready: ready ?? (async () => {}) })
  const { http, cache } = createServer({
    world,
    env,
    log: openLog('silent'),
    without: without ?? [],
    ...(build
      ? { build }
      : { handler: handler ?? (async (request) => new Response(`met ${request.method}`)) }),
    ...(files ? { files } : {}),
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const { port } = http.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const shut = async () => {
    http.closeAllConnections()
    http.close()
    await once(http, 'close')
  }
  return { origin, port, cache, shut, knock: (path: string, knock: Knock = {}) => knockAt(port, path, knock) }
}

/** A form as one of our own pages sends it. */
export const ownForm = (origin: string, body = 'choice=1'): Knock => ({
  method: 'POST',
  headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
  body,
})

function knockAt(port: number, path: string, { method = 'GET', headers = {}, body, chunked }: Knock) {
  const sized =
    body === undefined || chunked
      ? headers
      : { 'content-length': String(Buffer.byteLength(body)), ...headers }
  return new Promise<Answer>((resolve, reject) => {
    const sent = ask(
      { port, host: '127.0.0.1', path, method, headers: sized, agent: false },
      async (reply) => {
        const parts: Buffer[] = []
        try {
          for await (const part of reply) parts.push(part)
        } catch (error) {
          reject(error)
        }
        const bytes = Buffer.concat(parts)
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text: bytes.toString(), bytes })
      },
    )
    sent.on('error', reject)
    if (chunked) sent.write('')
    sent.flushHeaders()
    sent.end(body)
  })
}

/** Writes bytes as they are and waits for the other side to hang up. */
export function rawKnock(port: number, text: string) {
  return new Promise<{ text: string; took: number }>((resolve) => {
    const began = performance.now()
    let heard = ''
    const line = connect(port, '127.0.0.1', () => line.write(text))
    line.on('data', (part) => {
      heard += part
    })
    line.on('error', () => {})
    line.on('close', () => resolve({ text: heard, took: performance.now() - began }))
  })
}
