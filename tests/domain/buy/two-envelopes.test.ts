import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { methods, proposals } from '#db/schema/index.ts'
import { drawPanel } from '#domain/buy/evaluation/draw-panel.ts'
import { openedOf } from '#domain/buy/evaluation/opened.ts'
import { voteQualification } from '#domain/buy/evaluation/qualify.ts'
import { declareClear } from '#domain/buy/evaluation/recuse.ts'
import { drawUpReport } from '#domain/buy/evaluation/report.ts'
import { submitSheet } from '#domain/buy/evaluation/score.ts'
import { deskOfSeal } from '#domain/buy/seal/desk.ts'
import { keysOf } from '#domain/buy/seal/find-keepers.ts'
import { printShare } from '#domain/buy/seal/keep-share.ts'
import { leafOf } from '#domain/buy/seal/leaf.ts'
import { openDue } from '#domain/buy/seal/open-due.ts'
import { readRecords, readUnseal } from '#domain/buy/seal/read-unseal.ts'
import { recheckOpening } from '#domain/buy/seal/recheck-opening.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { yuan } from '#domain/money.ts'
import type { Refusal } from '#domain/refusal.ts'
import { lessChance } from '#tests/support/less-chance.ts'
import {
  afterDeadline,
  membersOf,
  proposalBy,
  scoredBy,
  sentProposal,
  shape,
} from '#tests/support/proposal.ts'
import { keeperWords, openByShares, sharesOfTwo, splitTender } from '#tests/support/seal.ts'
import { world } from '#tests/support/world.ts'

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'not refused',
    (e: Refusal) => e.reason ?? String(e),
  )

test('where quality comes first, prices stay sealed until every score for quality is locked', async () => {
  const town = await world()
  const prepare = async (tenderId: string) => {
    const { methodId } = await findTender(town.db, tenderId)
    await town.transact((tx) =>
      tx.update(methods).set({ twoEnvelopes: true }).where(eq(methods.id, methodId)),
    )
  }
  const tender = await splitTender(town, { prepare })
  const tenderId = tender.id
  expect((await keysOf(town.db, tenderId)).map((k) => k.envelope)).toEqual(['price', 'quality'])
  const { shares } = await printShare(town.as('auditor'), { tenderId, passphrase: keeperWords.auditor })
  expect(shares.map((s) => s.envelope).sort()).toEqual(['price', 'quality'])
  for (const n of [1, 2, 3, 4]) await sentProposal(town, tender, n, { price: yuan(180_000 + n * 5_000) })
  town.clock.set(afterDeadline(tender))
  await drawPanel(town.as('handler'), { tenderId, ...shape() })
  // The printed share of one envelope does not open the other.
  const wrong = {
    ...(await sharesOfTwo(town, tenderId)),
    secondWords: shares.find((s) => s.envelope === 'price')!.share,
  }
  expect(await refused(openDue(town.as('handler'), { tenderId, ...wrong }))).toBe('passphrase-wrong')
  expect(await openByShares(town, tenderId)).toMatchObject({ outcome: 'opened' })
  const one = await proposalBy(town, tenderId, 'ORG1')
  expect(one.price).toBeNull()
  expect(one.body).toMatchObject({ budget: null })
  expect(lessChance(await openedOf(town.db, tenderId))).not.toContain('18500000')
  const prices = async () => openDue(town.as('handler'), { tenderId, ...(await sharesOfTwo(town, tenderId)) })
  expect(await refused(prices())).toBe('quality-not-signed')
  expect(await readUnseal(town.as('handler'), tenderId)).toMatchObject({ due: null, qualityFirst: true })
  const members = await membersOf(town, tenderId)
  for (const m of members) await declareClear(town.as(m), { tenderId })
  const votes = (await openedOf(town.db, tenderId)).map((p) => ({ proposalId: p.id, passes: true }))
  for (const m of members) await voteQualification(town.as(m), { tenderId, votes })
  const call = await findTender(town.db, tenderId)
  for (const [at, m] of members.entries()) {
    await scoredBy(town, call, m, at)
    expect(await refused(prices())).toBe('quality-not-signed')
    await submitSheet(town.as(m), { tenderId })
  }
  expect(await refused(drawUpReport(town.as(members[0]!), { tenderId }))).toMatch(/price/)
  expect((await deskOfSeal(town.db, town.as('supervisor'))).map((i) => i.key)).toContain('keeper.prices')
  const three = await proposalBy(town, tenderId, 'ORG3')
  const sealedPrice = three.sealedPrice!.replace(/.(?=.{8}$)/, (c) => (c === 'A' ? 'B' : 'A'))
  const touched = { sealedPrice, sealHash: leafOf({ ...three, sealedPrice }) }
  await town.transact((tx) => tx.update(proposals).set(touched).where(eq(proposals.id, three.id)))
  expect(await refused(prices())).toBe('not refused')
  expect(await proposalBy(town, tenderId, 'ORG1')).toMatchObject({ price: yuan(185_000), state: 'opened' })
  expect(await proposalBy(town, tenderId, 'ORG3')).toMatchObject({ price: null, endGround: 'seal_broken' })
  expect((await findTender(town.db, tenderId)).pricesOpenedAt).toEqual(town.clock.now())
  const { records } = await readRecords(town.db, tenderId)
  expect(records.map((r) => [r.envelope, r.record.rows.filter((x) => x.price !== null).length])).toEqual([
    ['quality', 0],
    ['price', 3],
  ])
  const again = await sharesOfTwo(town, tenderId, ['supervisor', 'auditor'])
  const recheck = recheckOpening(town.as('auditor'), { tenderId, envelope: 'price', ...again })
  expect(await refused(recheck)).toBe('not refused')
})
