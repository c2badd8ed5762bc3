import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, notices, parties } from '#db/schema/index.ts'
import { lowPriceWordsForm } from '#domain/buy/evaluation/ask-forms.ts'
import { askOf } from '#domain/buy/evaluation/ask-low-price.ts'
import { explainLowPrice, readOwnAsk } from '#domain/buy/evaluation/explain-low-price.ts'
import { voteLowPrice } from '#domain/buy/evaluation/qualify.ts'
import { readExplanationFile } from '#domain/buy/evaluation/read-explanation.ts'
import { readQualification } from '#domain/buy/evaluation/read-proposals.ts'
import { yuan } from '#domain/money.ts'
import { proposalBy, qualifiedTender } from '#tests/support/proposal.ts'
import { type Town, world } from '#tests/support/world.ts'

const prices = [yuan(90_000), yuan(190_000), yuan(195_000), yuan(200_000)]
const words = '场地由社区免费提供，志愿者承担三成人次，社工人员费按本市平均工资计。'
const pdf = { name: '测算表.pdf', bytes: Buffer.from('%PDF-1.7\n测算\n%%EOF') }

/** Four prices, the first of them very low, found in order by all: its bidder is asked. */
async function asked() {
  const town = await world()
  const { tender, members } = await qualifiedTender(town, { prices })
  const low = await proposalBy(town, tender.id, 'ORG1')
  return { town, tenderId: tender.id, members, low, ask: await askOf(town.db, tender.id, low.id) }
}
const explain = (town: Town, tenderId: string, key = 'signer1', file?: typeof pdf) =>
  explainLowPrice(town.as(key), { tenderId, words, file })
const vote = (town: Town, tenderId: string, member: string, proposalId: string, passes = true) =>
  voteLowPrice(town.as(member), { tenderId, votes: [{ proposalId, passes, words: '说明可信' }] })

test('when qualification is settled, whoever asks a very low price is asked why, and nobody else', async () => {
  const { town, tenderId, low, ask } = await asked()
  expect(ask).toMatchObject({ proposalId: low.id, answeredAt: null, askedAt: town.clock.now() })
  expect(ask.dueAt.toISOString()).toBe('2026-03-23T16:00:00.000Z')
  const told = (await town.db.select().from(notices)).filter((n) => n.message === 'low-price-asked')
  expect(told.map((n) => [n.partyId, n.role]).sort()).toEqual([
    ['ORG1', 'org_editor'],
    ['ORG1', 'org_signer'],
  ])
  const other = await proposalBy(town, tenderId, 'ORG2')
  await expect(askOf(town.db, tenderId, other.id)).rejects.toMatchObject({ reason: 'low-price-not-asked' })
})

test('prices that are not low are asked nothing', async () => {
  const town = await world()
  const { tender } = await qualifiedTender(town)
  await expect(readOwnAsk(town.as('signer1'), tender.id)).rejects.toMatchObject({
    reason: 'low-price-not-asked',
  })
})

test('the panel judges only after the answer, and reads it without a name', async () => {
  const { town, tenderId, members, low } = await asked()
  const [first] = members
  await expect(vote(town, tenderId, first!, low.id)).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'low-price-waits',
  })
  await expect(readExplanationFile(town.as(first!), tenderId, low.id)).rejects.toMatchObject({
    reason: 'file-missing',
  })
  await explain(town, tenderId, 'signer1', pdf)
  const { proposals } = await readQualification(town.as(first!), tenderId)
  const shown = proposals.find((p) => p.id === low.id)!
  expect(shown.said).toMatchObject({ withFile: true, waits: false })
  expect(shown.said!.words!.map((run) => run.words).join('')).toBe(words)
  expect(proposals.filter((p) => p.said !== null)).toHaveLength(1)
  expect((await readExplanationFile(town.as(first!), tenderId, low.id)).bytes).toEqual(pdf.bytes)
  for (const m of members) await vote(town, tenderId, m, low.id)
  expect(await proposalBy(town, tenderId, 'ORG1')).toMatchObject({ state: 'opened' })
})

test('a name in the explanation is covered up', async () => {
  const { town, tenderId, members, low } = await asked()
  const [body] = await town.db.select().from(parties).where(eq(parties.id, 'ORG1'))
  const { name } = body!
  await explainLowPrice(town.as('signer1'), { tenderId, words: `${name}自有场地，不用租金，人员费照实计。` })
  const { proposals } = await readQualification(town.as(members[0]!), tenderId)
  expect(JSON.stringify(proposals.find((p) => p.id === low.id)!.said)).not.toContain(name)
})

test('silence until the time is over lets the panel judge, and ends the answering', async () => {
  const { town, tenderId, members, low, ask } = await asked()
  town.clock.set(new Date(ask.dueAt.getTime() - 1))
  await expect(vote(town, tenderId, members[0]!, low.id)).rejects.toMatchObject({ reason: 'low-price-waits' })
  town.clock.pass(1)
  await expect(explain(town, tenderId)).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'low-price-reply-over',
  })
  for (const m of members) await vote(town, tenderId, m, low.id, false)
  expect(await proposalBy(town, tenderId, 'ORG1')).toMatchObject({
    state: 'disqualified',
    endGround: 'low_price',
  })
})

test('it answers in the last millisecond, once, by the bidder itself, and the words stay out of the journal', async () => {
  const { town, tenderId, ask } = await asked()
  for (const key of ['handler', 'approver', 'resident1', 'expert1'])
    await expect(explain(town, tenderId, key)).rejects.toMatchObject({ reason: 'needs-another-seat' })
  await expect(explain(town, tenderId, 'signer2')).rejects.toMatchObject({ reason: 'low-price-not-asked' })
  await expect(explain(town, tenderId, 'signerX')).rejects.toMatchObject({ reason: 'not-your-body' })
  const wrong = { name: 'a.pdf', bytes: Buffer.from('<html>') }
  await expect(explain(town, tenderId, 'signer1', wrong)).rejects.toMatchObject({ reason: 'file-kind' })
  town.clock.set(new Date(ask.dueAt.getTime() - 1))
  await explain(town, tenderId, 'editor1')
  await expect(explain(town, tenderId)).rejects.toMatchObject({ reason: 'low-price-answered' })
  const [line] = await town.db.select().from(journal).where(eq(journal.action, 'lowPrice.explain'))
  expect(JSON.stringify(line)).not.toContain('志愿者')
  expect(await readOwnAsk(town.as('signer1'), tenderId)).toMatchObject({
    open: false,
    ask: { words, withFile: false },
  })
})

test('only the panel reads the paper', async () => {
  const { town, tenderId, low } = await asked()
  await explain(town, tenderId, 'signer1', pdf)
  for (const key of ['handler', 'approver', 'auditor', 'signer2', null])
    await expect(readExplanationFile(town.as(key), tenderId, low.id)).rejects.toMatchObject({
      kind: 'missing',
    })
})

test('the form wants words, and takes no file for none', () => {
  const none = new File([], '')
  expect(lowPriceWordsForm.parse({ words, file: none }).file).toBeUndefined()
  expect(lowPriceWordsForm.safeParse({ words: '便宜' }).success).toBe(false)
  expect(lowPriceWordsForm.safeParse({ words, file: 'a.pdf' }).success).toBe(false)
})
