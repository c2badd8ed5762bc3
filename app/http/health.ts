import type { RequestHandler } from 'express'
import type { World } from './world-shape.ts'

const FRESH = 1_000

/** `/healthz` says the process lives; `/readyz` that it can do its work, asked of the world at most once a second. */
export function health(world: World): RequestHandler {
  const isReady = onceASecond(() =>
    world.ready().then(
      () => 'ok',
      (error: unknown) => /^not-ready: ([a-z]+)$/.exec(String((error as Error)?.message))?.[1] ?? 'database',
    ),
  )
  return ({ path, method }, reply, next) => {
    if (method !== 'GET' || (path !== '/healthz' && path !== '/readyz')) return next()
    const asked = path === '/healthz' ? Promise.resolve('ok') : isReady()
    void asked.then((said) => {
      reply
        .status(said === 'ok' ? 200 : 503)
        .type('text/plain')
        .set('Cache-Control', 'no-store')
      reply.end(said === 'ok' ? 'ok' : `not ready: ${said}`)
    })
  }
}

function onceASecond<Answer>(ask: () => Promise<Answer>) {
  let asked = Number.NEGATIVE_INFINITY
  let answer: Promise<Answer> | undefined
  return () => {
    if (!answer || performance.now() - asked > FRESH) {
      asked = performance.now()
      answer = ask()
    }
    return answer
  }
}
