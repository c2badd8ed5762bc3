import { eq } from 'drizzle-orm'
import readBook from 'read-excel-file/node'
import { expect, onTestFinished, test } from 'vitest'
import { readSheet } from '#app/ports/sheet.ts'
import { needs, participations, roundItems, rounds } from '#db/schema/index.ts'
import { announceRound } from '#domain/ask/vote/announce-round.ts'
import { drawRoundLot } from '#domain/ask/vote/draw-lot.ts'
import { readFile } from '#domain/ask/vote/read-result.ts'
import { signBallot } from '#domain/ask/vote/sign-ballot.ts'
import { cookieFor, isBuilt, serveTown } from '#tests/support/crawl.ts'
import { castBy, closing, countedRound, draftedRound, openRound } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

async function served() {
  const town = await world()
  const { url, close } = await serveTown({ town, store: town.store, files: town.files })
  onTestFinished(close)
  const read = async (who: string | null, path: string) =>
    fetch(url + path, { headers: { cookie: await cookieFor(url, who) }, redirect: 'manual' })
  const upload = async (who: string, fields: Record<string, string | File>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    const headers = { origin: url, cookie: await cookieFor(url, who) }
    return fetch(`${url}/desk/rounds/import`, { method: 'POST', redirect: 'manual', headers, body })
  }
  return { town, url, read, upload }
}
/** A later round that takes one of the needs up again. */
const nextRound = (town: Town, roundId: string, needId: string) =>
  town.transact(async (tx) => {
    const [was] = await tx.select().from(rounds).where(eq(rounds.id, roundId))
    const [item] = await tx.select().from(roundItems).where(eq(roundItems.needId, needId))
    const closesAt = new Date(town.clock.now().getTime() + 86_400_000)
    const next = { id: 'NEXT', refNo: 'NEXT', name: '下一轮', state: 'sealed', announcedAt: null } as const
    await tx.insert(rounds).values({ ...was!, ...next, closesAt })
    await tx.insert(roundItems).values({ ...item!, id: 'NEXT', roundId: 'NEXT', outcome: null })
    await tx.update(needs).set({ state: 'shortlisted' }).where(eq(needs.id, needId))
  })
async function announced(town: Town, more: Parameters<typeof openRound>[1] = {}) {
  const round = await openRound(town, { voters: 12, quorumPercent: 0, ...more })
  for (let voter = 0; voter < 6; voter += 1) await castBy(town, round, voter, [voter < 4 ? 0 : 1])
  await castBy(town, round, 6, [])
  await countedRound(town, round)
  await announceRound(town.as('director'), { roundId: round.id })
  return round
}
const pages = test.skipIf(!isBuilt)

pages(
  'the recount is the one public page with a script, let in by the nonce of this answer alone',
  async () => {
    const { town, read } = await served()
    const { id } = await announced(town)
    const [first, second] = [
      await read(null, `/votes/${id}/recount`),
      await read(null, `/votes/${id}/recount`),
    ]
    const policies = [first, second].map((answer) => answer.headers.get('content-security-policy') ?? '')
    const nonces = policies.map((policy) => /script-src 'nonce-([^']+)';/.exec(policy)?.[1])
    expect(nonces[0]).toBeTruthy()
    expect(nonces[0]).not.toBe(nonces[1])
    expect(policies[0]).toContain("connect-src 'self'")
    expect(policies[0]).not.toMatch(/unsafe|https?:|\*/)
    const html = await first.text()
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).toContain(`<script src="/recount.js" nonce="${nonces[0]}"`)
    expect(first.headers.get('cache-control')).toBe('no-store')
    for (const page of ['result', 'print']) {
      const answer = await read(null, `/votes/${id}/${page}`)
      expect([page, answer.status]).toEqual([page, 200])
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'none'")
      expect((await answer.text()).includes('<script')).toBe(false)
    }
  },
)

pages(
  'before the announcement there is no result, no recount, no notice and no file for anybody',
  async () => {
    const { town, read } = await served()
    const round = await openRound(town, { voters: 12, quorumPercent: 0 })
    await castBy(town, round, 0, [0])
    await countedRound(town, round)
    for (const page of ['result', 'recount', 'print', 'files/ballots.csv', 'files/round.pb'])
      expect([page, (await read(null, `/votes/${round.id}/${page}`)).status]).toEqual([page, 404])
    for (const page of ['result', 'recount', 'print'])
      expect([page, (await read(null, `/votes/nowhere/${page}`)).status]).toEqual([page, 404])
  },
)

pages('a winner leads on, a loser has its reply, and each row can be pointed at', async () => {
  const { town, read } = await served()
  const { id, needIds } = await announced(town)
  await town.transact((tx) => tx.update(needs).set({ publishedAt: town.clock.now() }))
  const html = await (await read(null, `/votes/${id}/result`)).text()
  const numbers = (await town.db.select({ refNo: needs.refNo }).from(needs)).map(({ refNo }) => refNo)
  for (const refNo of numbers) expect(html).toContain(`id="${refNo}"`)
  for (const needId of needIds) expect(html).toContain(`href="/needs/${needId}"`)
  const need = await (await read(null, `/needs/${needIds[0]}`)).text()
  expect(need).toContain(`href="/votes/${id}/result#`)
  const loser = needIds[2]!
  const reply = `href="/votes/${id}/result">看`
  expect(await (await read(null, `/needs/${loser}`)).text()).toContain(reply)
  await nextRound(town, id, loser)
  const later = await (await read(null, `/votes/${id}/result?again`)).text()
  expect(later).toMatch(
    new RegExp(`href="/needs/${loser}">看答复和理由</a>[^/]*href="/votes/NEXT">已列入“下一轮”`),
  )
  expect(await (await read(null, `/needs/${loser}?again`)).text()).toContain(reply)
  const [one] = await town.db.select().from(participations).limit(1)
  await town.transact((tx) =>
    tx
      .update(participations)
      .set({ spoiled: 'too_many' })
      .where(eq(participations.rollEntryId, one!.rollEntryId)),
  )
  const sheet = await (await read(null, `/votes/${id}/print`)).text()
  expect(sheet).toContain('空白票 1 张，作废票 1 张。')
})

pages('a file drafts a round for its committee alone; a bad line is said at the field', async () => {
  const { town, read, upload } = await served()
  const round = await announced(town)
  const words = await readFile(town.as('director'), round.id, 'round.pb')
  const fields = {
    poolId: 'P1',
    electorate: '本社区居民',
    unit: 'household',
    quorumPercent: '10',
    opensOn: '2026-05-10',
    closesOn: '2026-05-12',
  }
  const file = (text: string) => new File([text], 'a.pb', { type: 'text/plain' })
  expect((await read('resident1', '/desk/rounds/import')).status).toBe(403)
  expect((await upload('resident1', { ...fields, file: file(words) })).status).toBe(403)
  const torn = await upload('clerk', { ...fields, file: file(words.replace('PROJECTS\n', '')) })
  expect(torn.status).toBe(422)
  expect(await torn.text()).toMatch(/第 \d+ 行/)
  expect((await upload('clerk', fields)).status).toBe(400)
  // The needs of this file have been decided, and so are not free for another round: only its count is told.
  const taken = await upload('clerk', { ...fields, file: file(words) })
  expect(taken.status).toBe(409)
  const counted = await upload('clerk', { only: 'count', file: file(words) })
  expect(counted.status).toBe(200)
  expect(await counted.text()).toContain('需求1')
  const bad = await upload('clerk', { only: 'count', file: file('hello') })
  expect(bad.status).toBe(422)
})

pages('the workbook comes down as a sheet for those who prepare the round', async () => {
  const { town, read } = await served()
  const { id } = await draftedRound(town)
  const answer = await read('clerk', `/desk/rounds/${id}/workbook`)
  expect(answer.status).toBe(200)
  const rows = await readSheet(Buffer.from(await answer.arrayBuffer()))
  expect(rows!.slice(1).map(([, , title]) => title)).toEqual(['需求1', '需求2', '需求3'])
  expect((await read('resident1', `/desk/rounds/${id}/workbook`)).status).toBe(404)
  expect((await read(null, `/desk/rounds/${id}/workbook`)).status).toBe(403)
})

pages(
  'a round of equal shares shows its lot, the money behind each item, and what is wanting from how many',
  async () => {
    const { town, read } = await served()
    const rule = { rule: 'mes', completion: 'none', tieOrder: 'lot', quorumPercent: 0 } as const
    const round = await openRound(town, { voters: 12, ...rule })
    for (let voter = 0; voter < 6; voter += 1) await castBy(town, round, voter, [voter < 2 ? 0 : 1])
    town.clock.set(closing)
    await drawRoundLot(town.as('director'), { roundId: round.id })
    await countedRound(town, round)
    await announceRound(town.as('director'), { roundId: round.id })
    const html = await (await read(null, `/votes/${round.id}/result`)).text()
    const text = html.replaceAll(/<[^>]+>/g, '')
    // 280,000 元 over six ballots: two hold 93,333.33 for 160,000, four pay 17,500 each for 70,000.
    expect(text).toContain('凑得出 ¥93,333.33，差 ¥66,666.67，来自 2 位支持者。有效支持 58%')
    expect(text).toContain('每张最多出 ¥17,500.00')
    expect(text).toContain('种子在计票以前就已抽出并公布')
    expect(text).toContain('没有人选它')
  },
)

pages('a joint selection shows the five sides beside each other, and both rules', async () => {
  const { town, read } = await served()
  const weights = { weightResident: 50, weightCommittee: 10, weightCentre: 10, weightStreet: 10 }
  const more = { ...weights, weightOrganisation: 20, orgIds: ['ORG1', 'ORG2'], rule: 'greedy' as const }
  const round = await openRound(town, { voters: 12, quorumPercent: 0, ...more })
  // Who fixes a round reads there what he fixes.
  const desk = await (await read('director', `/desk/rounds/${round.id}`)).text()
  for (const words of ['按折算得分从高到低排', '折算得分相同', '正式票决', '参加联合评选的单位'])
    expect(desk).toContain(words)
  for (let voter = 0; voter < 6; voter += 1) await castBy(town, round, voter, [voter < 4 ? 0 : 1])
  await castBy(town, round, 6, [])
  for (const who of ['director', 'signer1'] as const)
    await signBallot(town.as(who), { roundId: round.id, choices: [round.needIds[1]!] })
  await countedRound(town, round)
  await announceRound(town.as('director'), { roundId: round.id })
  const text = (await (await read(null, `/votes/${round.id}/result`)).text())
    .replaceAll('<wbr/>', '')
    .replaceAll(/<[^>]+>/g, '|')
  for (const cell of ['4 / 6', '2 / 6', '0 / 1', '1 / 1', '0 / 0']) expect(text).toContain(`|${cell}|`)
  expect(text).toContain('同一批选票，两种算法')
  expect(text).toContain('按得分高低（本轮规则）')
  expect(text).toContain('权重是多少，就分到多少额度')
  expect(text).toContain('每 1 个百分点的权重，份额每次加')
  const book = await readBook(
    Buffer.from(await (await read('clerk', `/desk/rounds/${round.id}/workbook`)).arrayBuffer()),
  )
  const rowsOf = (sheet: string) => book.find((one) => one.sheet.startsWith(sheet))!.data
  expect(rowsOf('各方怎么投的')[1]!.slice(1, 4)).toEqual(['2 / 6', '1 / 1', '0 / 0'])
  expect(rowsOf('各单位的票').map(([name, , said]) => [name, said])).toContainEqual([
    expect.any(String),
    '没有投',
  ])
  expect(rowsOf('平等份额法').length).toBe(4)
  expect((await read(null, `/votes/${round.id}/recount`)).status).toBe(200)
})

pages(
  'a ranking says what a place is worth in both rules; of an advisory round the notice leads to its result',
  async () => {
    const { town, read } = await served()
    const more = { level: 'L0', ballotKind: 'ranking' } as const
    const { id } = await announced(town, more)
    const answer = await read(null, `/votes/${id}/result`)
    const result = (await answer.text()).replaceAll('<wbr/>', '')
    expect(result).toContain('同一批选票，两种算法')
    expect(result).toContain('按得分高低（本轮规则）')
    expect(result).toContain('分说的是看重多少，不是多少钱')
    const notice = await (await read(null, `/votes/${id}/print`)).text()
    expect(notice).toMatch(new RegExp(`<svg[\\s\\S]*扫码看完整的结果[\\s\\S]*/votes/${id}/result</span>`))
    expect(notice).not.toContain('/recount')
  },
)
