import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { Agent, get, request } from 'node:http'

const TICK = 10

/** One line of the report: what was measured against what, how many times the limit, and what was asked for. */
export type Row = {
  bench: string
  limit: string
  ours: string
  ratio: number
  must: number
  goal: number
  spread: string
}

/** CPU time a process and its threads have used so far, in ms; ticks are 10 ms, so measure over seconds. */
export function cpuOf(pid: number) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK
}

/** Memory a process holds now, in MB. */
export const rssOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

export const median = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Measures A, B, A, B …, and compares each B with the A beside it: the machine's moods fall on both. */
export async function interleave(rounds: number, limit: () => Promise<number>, ours: () => Promise<number>) {
  const [a, b]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    a.push(await limit())
    b.push(await ours())
  }
  const ratios = a.map((value, nth) => b[nth]! / value)
  const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`
  return { limit: median(a), ours: median(b), ratio: median(ratios), spread }
}

export type Served = { child: ChildProcess; pid: number; port: number; stop: () => Promise<void> }

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a program that listens on PORT, and waits until it says that it serves. */
export async function start(
  command: string[],
  port: number,
  env: Record<string, string> = {},
): Promise<Served> {
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    env: { ...process.env, NODE_ENV: 'production', PORT: `${port}`, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const said = new Promise<void>((resolve) =>
    child.stdout!.on('data', (words) => /ready|http:/.test(String(words)) && resolve()),
  )
  const died = once(child, 'exit').then(() => Promise.reject(new Error(`${command.join(' ')} did not start`)))
  died.catch(() => {})
  await Promise.race([said, died])
  const stop = async () => {
    if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit').catch(() => {})
  }
  return { child, pid: child.pid!, port, stop }
}

export type Ask = (nth: number) => {
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** Sends requests over a few lasting connections, and answers the CPU-ms of the server for each. */
export async function drive(
  served: Served,
  total: number,
  ask: Ask,
  accept: (status: number) => boolean,
  lines = 16,
) {
  const agent = new Agent({ keepAlive: true, maxSockets: lines })
  let next = 0
  const began = cpuOf(served.pid)
  const walk = async () => {
    for (let nth = next++; nth < total; nth = next++) {
      const status = await send(served.port, agent, ask(nth))
      if (!accept(status)) throw new Error(`${ask(nth).path} answered ${status}`)
    }
  }
  await Promise.all(Array.from({ length: lines }, walk))
  agent.destroy()
  return (cpuOf(served.pid) - began) / total
}

function send(port: number, agent: Agent, { path, method = 'GET', headers = {}, body }: ReturnType<Ask>) {
  return new Promise<number>((resolve, reject) => {
    const sized =
      body === undefined ? headers : { ...headers, 'content-length': `${Buffer.byteLength(body)}` }
    const sent = request({ port, host: '127.0.0.1', path, method, headers: sized, agent }, (reply) => {
      reply.on('error', reject)
      reply.on('end', () => resolve(reply.statusCode ?? 0))
      reply.resume()
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export type Fetched = { status: number; bytes: Buffer; headers: Record<string, string> }

/** Fetches one page as a browser would, and leaves it compressed. */
export function fetchPage(port: number, path: string, headers: Record<string, string> = {}) {
  return new Promise<Fetched>((resolve, reject) => {
    get(
      { port, host: '127.0.0.1', path, headers: { 'accept-encoding': 'gzip, br', ...headers } },
      async (reply) => {
        const parts: Buffer[] = []
        for await (const part of reply) parts.push(part)
        const plain = Object.entries(reply.headers).map(([name, value]) => [name, String(value)])
        resolve({
          status: reply.statusCode ?? 0,
          bytes: Buffer.concat(parts),
          headers: Object.fromEntries(plain),
        })
      },
    ).on('error', reject)
  })
}
