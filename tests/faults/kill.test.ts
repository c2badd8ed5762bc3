import { randomBytes, randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { isPg } from '#db/dialect.ts'
import { openTown, type Town } from '../e2e/support/town.ts'
import { forms, held, type Sent, toWriteIn } from '../support/writers.ts'

const kind = { demo: true, empty: false }
/** Many people at their own addresses: none of them is told to wait. */
const many = { TRUST_PROXY: 'loopback' }
const kills = Number(process.env.KILLS ?? 3)
const voters = 300 + kills * 250
type Cookies = Record<Sent['by'], string>

/** Plain fields go as a form does; one with a file as a form with a file does. */
function encoded(body: Record<string, string>, file: Sent['file']) {
  if (!file) return new URLSearchParams(body)
  const parts = new FormData()
  for (const [name, value] of Object.entries(body)) parts.set(name, value)
  parts.set(file.field, new File([file.words], 'scan.pdf', { type: 'application/pdf' }))
  return parts
}
const post = (
  town: Town,
  to: string,
  body: Record<string, string>,
  { cookie, file }: { cookie: string; file?: Sent['file'] },
) =>
  fetch(town.url + to, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      ...{ origin: town.url, cookie },
      'x-forwarded-for': `10.0.${randomInt(256)}.${randomInt(256)}`,
    },
    body: encoded(body, file),
  })
async function cookieOf(town: Town, personId: string) {
  const answer = await post(town, '/sign-in/demo', { personId }, { cookie: '' })
  return (answer.headers.get('set-cookie') ?? '').split(';')[0]!
}
/** Sends one form; null where the server died over it. */
const send = (town: Town, one: Sent, cookies: Cookies) =>
  post(town, one.to, one.body, { cookie: one.cookie || cookies[one.by], file: one.file }).then(
    (answer) => answer.status,
    () => null,
  )

type Burst = { town: Town; cookies: Cookies; sent: Sent[]; over: () => boolean }
/** Sends one form after another until the server dies; what was acknowledged is remembered, the rest is not known. */
async function burst({ town, cookies, sent, over }: Burst, next: () => Sent | null) {
  while (!over()) {
    const one = next()
    if (!one) return
    sent.push(one)
    const status = await send(town, one, cookies)
    if (status === null) return
    expect([one.kind, one.body._form, status]).toEqual([one.kind, one.body._form, 302])
    one.done = true
  }
}
const doneOf = (sent: readonly Sent[], what: Sent['kind']) =>
  sent.filter((one) => one.kind === what && one.done).length

const kinds = ['answer', 'vote', 'payment'] as const
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
/** Until two of each kind were acknowledged since then, however slow the machine. */
async function underWay(since: number, sent: readonly Sent[]) {
  const waits = () => kinds.some((what) => doneOf(sent.slice(since), what) < 2)
  for (const until = Date.now() + 20_000; waits() && Date.now() < until; ) await pause(20)
}

/** Everything acknowledged is in the file; what may be there besides was under way. */
function nothingLost(sent: readonly Sent[], found: ReturnType<typeof held>) {
  for (const what of kinds) expect([what, found[what] >= doneOf(sent, what)]).toEqual([what, true])
  expect([found.took, found.off, found.sound]).toEqual([found.vote, 0, 'ok'])
}

test.skipIf(isPg)(
  'killed under answers, votes and steps of a payment, nothing acknowledged is lost and a retry doubles nothing',
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'sanshe-kill-'))
    const secret = randomBytes(32).toString('hex')
    const stage = await toWriteIn(folder, secret, voters)
    const next = forms(stage)
    const sent: Sent[] = []
    let town = await openTown(kind, folder, secret, many)
    const signedIn = async (): Promise<Cookies> => ({
      nobody: '',
      approver: await cookieOf(town, 'approver'),
      editor1: await cookieOf(town, 'editor1'),
    })
    for (let round = 0; round < kills; round++) {
      let dead = false
      const all = { town, cookies: await signedIn(), sent, over: () => dead }
      const clients = [next.payment, ...Array(3).fill(next.vote), ...Array(4).fill(next.answer)]
      const bursts = clients.map((one) => burst(all, one))
      await underWay(sent.length, sent)
      await pause((round % 20) * 90)
      dead = true
      await town.kill()
      await Promise.all(bursts)
      nothingLost(sent, held(folder, stage))
      town = await openTown(kind, folder, secret, many)
      const cookies = await signedIn()
      for (const one of sent.filter((s) => !s.done)) one.done = (await send(town, one, cookies)) === 302
    }
    const cookies = await signedIn()
    for (const what of kinds)
      for (const one of sent.filter((s) => s.kind === what).slice(0, 6))
        expect([what, await send(town, one, cookies)]).toEqual([what, 302])
    await town.stop()
    expect(sent.every((s) => s.done)).toBe(true)
    for (const what of kinds) {
      const all = sent.filter((s) => s.kind === what).length
      expect([what, all > kills, held(folder, stage)[what]]).toEqual([what, true, all])
    }
    nothingLost(sent, held(folder, stage))
    rmSync(folder, { recursive: true, force: true })
  },
  60_000 + kills * 40_000,
)
