import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { complaints, contractChanges, recoveries, sanctions } from '#db/schema/index.ts'
import { admitChallenge, decideChallenge } from '#domain/buy/challenge/decide-challenge.ts'
import { fileComplaint } from '#domain/buy/challenge/file-complaint.ts'
import { findChallenge } from '#domain/buy/challenge/find-challenge.ts'
import { submitChallenge } from '#domain/buy/challenge/submit-challenge.ts'
import { findOrder } from '#domain/buy/framework/find-order.ts'
import { findWork } from '#domain/buy/minor/find-work.ts'
import { approveChange } from '#domain/deliver/contract/decide-change.ts'
import { draftChange } from '#domain/deliver/contract/draft-change.ts'
import { terminateContract } from '#domain/deliver/contract/terminate-contract.ts'
import { registerRecovery } from '#domain/deliver/payment/register-recovery.ts'
import { yuan } from '#domain/money.ts'
import { track } from '#domain/open/track.ts'
import { reportSanction } from '#domain/who/sanction/report-sanction.ts'
import { running } from '#tests/support/contract.ts'
import { joined, mother, openFramework, orderedBy } from '#tests/support/framework.ts'
import { calledWork } from '#tests/support/minor.ts'
import { paid } from '#tests/support/payment.ts'
import { awardedTender } from '#tests/support/proposal.ts'
import { type Town, world } from '#tests/support/world.ts'

const of = (town: Town, who: string | null, refNo: string) =>
  track(town.as(who as 'clerk'), { refNo }).then(
    ({ to }) => to,
    ({ reason }: { reason: string }) => reason,
  )
/** A number nothing has: the same year, another count, with its check digit. */
const absent = (kind: string) => `${kind}-2026-999999-9`
const words = '评分表团队一项人数计算有误：本单位列名持证社工六名，应得十二分，请求复核。'

test('a notice, a challenge and its complaint are found in the public register', async () => {
  const town = await world()
  const { tender, award } = await awardedTender(town)
  expect(await of(town, null, award.noticeNo!)).toBe(`/tenders/${tender.id}/result`)
  const { id, refNo } = await submitChallenge(town.as('signer2'), { tenderId: tender.id, items: words })
  expect(await of(town, null, refNo)).toBe(`/challenges#${refNo}`)
  await admitChallenge(town.as('handler'), { challengeId: id })
  await decideChallenge(town.as('approver'), { challengeId: id, outcome: 'dismiss', reply: words })
  await fileComplaint(town.as('signer2'), {
    challengeId: (await findChallenge(town.db, id)).id,
    items: words,
  })
  const [complaint] = await town.db.select().from(complaints)
  expect(await of(town, null, complaint!.refNo)).toBe(`/challenges#${refNo}`)
})

test('an agreement is everybody’s, an order in it only theirs whom it concerns, and no stranger learns it is there', async () => {
  const town = await world()
  const framework = await openFramework(town)
  const provider = await joined(town, framework.id, 1)
  await mother(town)
  const { id } = await orderedBy(town, framework.id, provider.id)
  const { refNo } = await findOrder(town.db, id)
  expect(await of(town, null, framework.refNo)).toBe(`/frameworks/${framework.id}`)
  for (const who of ['resident1', 'resident6', 'signer1'])
    expect(await of(town, who, refNo)).toBe(`/orders/${id}`)
  for (const no of [refNo, absent('DD')]) {
    expect(await of(town, null, no)).toBe('number-sealed')
    expect(await of(town, 'resident2', no)).toBe('number-of-others')
  }
})

test('a minor work is found once it is put to quotes', async () => {
  const town = await world()
  const id = await calledWork(town)
  const { refNo } = await findWork(town.db, id)
  expect(await of(town, null, refNo)).toBe(`/minor-works/${id}`)
  expect(await of(town, null, absent('WS'))).toBe('no-such-number')
})

test('a change leads to the public contract once approved, what came back to it too', async () => {
  const town = await world()
  const { id, milestones } = await running(town)
  const rationale = 'supplement' as const
  const asked = { rationale, reason: '服务对象增加，需要调整', more: yuan(5_000), less: null, targets: [] }
  const { id: changeId } = await draftChange(town.as('editor1'), { ...asked, contractId: id })
  const [{ refNo }] = (await town.db
    .select()
    .from(contractChanges)
    .where(eq(contractChanges.id, changeId))) as [typeof contractChanges.$inferSelect]
  for (const no of [refNo, absent('BG')]) expect(await of(town, null, no)).toBe('number-sealed')
  expect(await of(town, 'editor1', refNo)).toBe(`/work/${id}/changes/${changeId}`)
  await approveChange(town.as('approver'), { changeId, decision: '情况属实，同意变更' })
  expect(await of(town, null, refNo)).toBe(`/contracts/${id}#changes`)
  await paid(town, milestones[0]!.id)
  const end = {
    contractId: id,
    cause: 'breach' as const,
    reason: '没有按约提供服务',
    recovered: null,
    ground: undefined,
  }
  await terminateContract(town.as('approver'), end)
  const receipt = { amount: yuan(15_000), year: 2026, no: 'JK-001', receivedOn: '2026-03-02' }
  await registerRecovery(town.as('finance'), { contractId: id, ...receipt })
  const [back] = await town.db.select().from(recoveries)
  expect(await of(town, null, back!.refNo)).toBe(`/contracts/${id}#recovery`)
})

test('a report of a body is nobody’s to follow before it is decided but the body’s and the office’s', async () => {
  const town = await world()
  const facts = '成交后无正当理由拒绝签订合同，经两次书面催告仍不签订，附催告函和回执。'
  const report = { partyId: 'ORG1', ground: 'refuses_contract' as const, facts }
  const { id, refNo } = await reportSanction(town.as('handler'), report)
  const become = (to: Partial<typeof sanctions.$inferInsert>) =>
    town.transact((tx) => tx.update(sanctions).set(to).where(eq(sanctions.id, id)))
  for (const no of [refNo, absent('CF')]) {
    expect(await of(town, null, no)).toBe('number-sealed')
    expect(await of(town, 'signer1', no)).toBe('number-of-others')
  }
  expect(await of(town, 'dHandler', refNo)).toBe(`/desk/sanctions/${id}`)
  await become({ state: 'in_defence', servedAt: town.clock.now() })
  expect(await of(town, 'signer1', refNo)).toBe(`/sanctions/${id}`)
  expect(await of(town, 'signer2', refNo)).toBe('number-of-others')
  await become({ state: 'decided' })
  expect(await of(town, null, refNo)).toBe('/orgs/ORG1')
})
