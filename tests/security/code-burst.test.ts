import { expect, onTestFinished, test } from 'vitest'
import { openCodeGuard } from '#app/http/code-guess.server.ts'
import { participations } from '#db/schema/index.ts'
import { Refusal } from '#domain/refusal.ts'
import { isBuilt, serveTown } from '#tests/support/crawl.ts'
import { openRound } from '#tests/support/vote.ts'
import { world } from '#tests/support/world.ts'

const wrong = () => Promise.reject(new Refusal('invalid', 'code-not-on-the-roll'))
const right = () => Promise.resolve('in')
/** A place trying codes: what each try is told. */
function placeOf(guard = openCodeGuard(), from = 'a') {
  return (second: number, look: () => Promise<unknown> = wrong, print = 'x') =>
    guard({ from, now: second * 1000, print }, look).then(String, (e: Refusal) => e.reason)
}
const times = <T>(n: number, one: (at: number) => T) => Array.from({ length: n }, (_, at) => one(at))
const no = 'code-not-on-the-roll'

test('a burst of codes from one place is slowed, then shut out, and forgotten after ten minutes however long it goes on', async () => {
  const attempt = placeOf()
  const said = await Promise.all(times(30, () => attempt(0)))
  expect(said).toEqual([
    ...Array(5).fill(no),
    ...Array(15).fill('codes-too-soon'),
    ...Array(10).fill('codes-shut'),
  ])
  for (let second = 1; second < 600; second += 20) expect(await attempt(second, right)).toBe('codes-shut')
  expect(await attempt(600, right)).toBe('in')
})

test('another place is not touched, nor somebody who types slowly, nor a hall where most codes are right', async () => {
  const guard = openCodeGuard()
  await Promise.all(times(40, () => placeOf(guard, 'guesser')(0)))
  const elder = placeOf(guard, 'elder')
  expect(await Promise.all([elder(1), elder(1, right)])).toEqual([no, 'in'])
  const slow = placeOf(guard, 'slow')
  for (let at = 0; at < 12; at += 1) expect(await slow(at * 15)).toBe(no)
  expect(await slow(190, right)).toBe('in')
  const hall = placeOf(guard, 'hall')
  for (let voter = 0; voter < 60; voter += 1) {
    expect(await hall(voter * 6)).toBe(no)
    expect(await hall(voter * 6 + 5, right, `voter ${voter}`)).toBe('in')
  }
})

test('one right code used again and again buys no more guesses, and a refusal that is no wrong code costs none', async () => {
  const attempt = placeOf()
  const seen = new Set<string>()
  for (let at = 0; at < 60; at += 1) {
    seen.add(await attempt(at * 6))
    seen.add(await attempt(at * 6 + 5, right, 'own'))
  }
  expect(seen).toContain('codes-shut')
  const late = placeOf()
  const closed = () => Promise.reject(new Refusal('conflict', 'round-closed'))
  for (let at = 0; at < 40; at += 1) expect(await late(at * 6, closed)).toBe('round-closed')
  expect(await late(300, right)).toBe('in')
})

test.skipIf(!isBuilt)('a scripted burst at the ballot gets 429 in words, and casts nothing', async () => {
  const town = await world()
  const round = await openRound(town)
  const { url, close } = await serveTown({ town, store: town.store, files: town.files })
  onTestFinished(close)
  const typed = async (code: string) => {
    const body = new URLSearchParams({ _form: 'code', code })
    const headers = { origin: url }
    return fetch(`${url}/votes/${round.id}/cast`, { method: 'POST', redirect: 'manual', headers, body })
  }
  const statuses = []
  for (let n = 0; n < 20; n += 1) statuses.push((await typed('AAA-AAA-AAA')).status)
  expect(statuses).toEqual([...Array(5).fill(422), ...Array(15).fill(429)])
  const shut = await typed(round.slips[0]!.code)
  expect(shut.status).toBe(429)
  expect(await shut.text()).toMatch(/10 分钟后才能再输.*社区服务站/)
  expect(await town.db.select().from(participations)).toEqual([])
})
