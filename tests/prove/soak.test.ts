import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isPg } from '#db/dialect.ts'
import { openTown, type Town } from '../e2e/support/town.ts'
import { forms, held, type Sent, toWriteIn } from '../support/writers.ts'

const minutes = Number(process.env.SOAK_MINUTES ?? 5)
const pages = [
  '/',
  '/needs',
  '/projects',
  '/tenders',
  '/notices',
  '/votes',
  '/open-finance',
  '/orgs',
  '/track',
]
const staff = ['/desk', '/me/notices', '/desk/payments', '/desk/contracts', '/desk/plans']
type Cookies = Record<Sent['by'], string>
type Count = { reads: number; writes: number; wrong: string[] }

const headers = (town: Town, cookie: string) => ({
  ...{ origin: town.url, cookie },
  'x-forwarded-for': `10.1.${randomInt(256)}.${randomInt(256)}`,
})
const post = (town: Town, one: Pick<Sent, 'to' | 'body'>, cookie: string) =>
  fetch(town.url + one.to, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers(town, cookie), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(one.body),
  })
async function cookieOf(town: Town, personId: string) {
  const answer = await post(town, { to: '/sign-in/demo', body: { personId } }, '')
  return (answer.headers.get('set-cookie') ?? '').split(';')[0]!
}

type Lane = { town: Town; cookies: Cookies; count: Count; over: () => boolean }
async function read({ town, cookies, count, over }: Lane, from: readonly string[], cookie: keyof Cookies) {
  for (let n = 0; !over(); n += 1) {
    const to = from[n % from.length]!
    const answer = await fetch(town.url + to, { headers: headers(town, cookies[cookie]) })
    await answer.arrayBuffer()
    count.reads += 1
    if (answer.status !== 200) count.wrong.push(`${to} ${answer.status}`)
  }
}
async function write({ town, cookies, count, over }: Lane, next: () => Sent) {
  while (!over()) {
    const one = next()
    const answer = await post(town, one, one.cookie || cookies[one.by])
    await answer.arrayBuffer()
    count.writes += 1
    if (answer.status !== 302) count.wrong.push(`${one.kind} ${one.body._form} ${answer.status}`)
  }
}

/** What a process holds: memory in MB, and open handles. */
const holds = (pid: number) => ({
  rss: Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024,
  handles: readdirSync(`/proc/${pid}/fd`).length,
})
const median = (of: number[]) => [...of].sort((a, b) => a - b)[Math.floor(of.length / 2)]!
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** The middle of the second fifth, when all is warm, and of the last. */
function grown(samples: ReadonlyArray<ReturnType<typeof holds>>, of: 'rss' | 'handles') {
  const fifth = Math.max(1, Math.floor(samples.length / 5))
  const values = samples.map((s) => s[of])
  return { early: median(values.slice(fifth, 2 * fifth)), late: median(values.slice(-fifth)) }
}

test.skipIf(isPg)(
  'minutes of reading and writing neither fill the memory nor leave handles open',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sanshe-soak-'))
    const secret = randomBytes(32).toString('hex')
    const stage = await toWriteIn(folder, secret, 2_000)
    const town = await openTown({ demo: true, empty: false }, folder, secret, { TRUST_PROXY: 'loopback' })
    const cookies = {
      nobody: '',
      approver: await cookieOf(town, 'approver'),
      editor1: await cookieOf(town, 'editor1'),
    }
    const count: Count = { reads: 0, writes: 0, wrong: [] }
    let over = false
    const lane = { town, cookies, count, over: () => over }
    const next = forms(stage)
    const lanes = [
      ...[read(lane, pages, 'nobody'), read(lane, pages, 'nobody'), read(lane, staff, 'approver')],
      ...[
        write(lane, next.payment),
        write(lane, () => next.vote() ?? next.answer()),
        write(lane, next.answer),
      ],
    ]
    const samples = []
    for (const until = Date.now() + minutes * 60_000; Date.now() < until; ) {
      await pause(Math.min(5_000, minutes * 1_000))
      samples.push(holds(town.pid))
    }
    over = true
    await Promise.all(lanes)
    await town.stop()
    const [rss, handles] = [grown(samples, 'rss'), grown(samples, 'handles')]
    process.stdout.write(
      `soak: ${minutes} min, ${count.reads} reads, ${count.writes} writes; memory ${rss.early.toFixed(0)} → ${rss.late.toFixed(0)} MB, handles ${handles.early} → ${handles.late}\n`,
    )
    expect([...new Set(count.wrong)]).toEqual([])
    expect(held(folder, stage)).toMatchObject({ off: 0, sound: 'ok' })
    expect(rss.late).toBeLessThan(rss.early * 1.25 + 20)
    expect(handles.late).toBeLessThanOrEqual(handles.early + 8)
    rmSync(folder, { recursive: true, force: true })
  },
  minutes * 60_000 + 300_000,
)
