import { createServer } from 'node:net'

let asked = 0

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/**
 * A port for a server that is about to start. It is one of twenty that this process alone asks for, below those the system
 * hands out, so that nobody else is given it before the server listens.
 */
export async function ownPort(): Promise<number> {
  for (let tries = 0; tries < 20; tries += 1) {
    asked += 1
    const port = 11_000 + (process.pid % 1_000) * 20 + (asked % 20)
    if (await isFree(port)) return port
  }
  throw new Error('somebody listens on all twenty ports of this process')
}
