import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { approvalChains, journal } from '#db/schema/index.ts'
import type { Step } from '#domain/buy/plan/approval-chain.ts'
import { approvePlan } from '#domain/buy/plan/approve-plan.ts'
import { chainPage } from '#domain/buy/plan/chain-page.ts'
import { editPlan } from '#domain/buy/plan/edit-plan.ts'
import { findPlan } from '#domain/buy/plan/find-plan.ts'
import { chainForm } from '#domain/buy/plan/forms.ts'
import { setChain } from '#domain/buy/plan/set-chain.ts'
import { submitPlan } from '#domain/buy/plan/submit-plan.ts'
import { tellApart } from '#domain/treasury/tell-apart.ts'
import { approvedPlan, draftedPlan, planWords } from '#tests/support/plan.ts'
import { type Town, world } from '#tests/support/world.ts'

const ground = '街道内控制度第十二条'
const set = (town: Town, steps: Step[], version = 0, by = 'approver', buyerId = 'S1') =>
  setChain(town.as(by), { buyerId, version, steps, ground })
/** The post of a handler, held by somebody else than the usual one. */
const asHandler = (town: Town, personId: string) => {
  const ctx = town.as('handler')
  return { ...ctx, actor: { ...ctx.actor, personId } }
}

test('an approver sets the chain of his own office, with a ground, on record', async () => {
  const town = await world()
  await set(town, ['finance', 'handler', 'approver'])
  const [made] = await town.db.select().from(approvalChains)
  expect(made).toMatchObject({ buyerId: 'S1', version: 1, steps: ['finance', 'handler', 'approver'], ground })
  const [line] = await town.db.select().from(journal).where(eq(journal.action, 'approvalChain.set'))
  expect(line).toMatchObject({
    actorId: 'approver',
    detail: { version: 1, was: ['handler', 'finance', 'approver'] },
  })
  expect((await chainPage(town.as('handler'))).now).toEqual({
    version: 1,
    steps: ['finance', 'handler', 'approver'],
  })
})

test('a chain is never empty, names no post twice, and ends with the approver', async () => {
  const town = await world()
  await expect(set(town, [])).rejects.toMatchObject({ reason: 'chain-empty' })
  await expect(set(town, ['approver', 'finance', 'approver'])).rejects.toMatchObject({
    reason: 'chain-twice',
  })
  await expect(set(town, ['finance', 'handler'])).rejects.toMatchObject({
    reason: 'chain-ends-with-approver',
  })
  await expect(set(town, ['handler', 'finance', 'approver'])).rejects.toMatchObject({
    reason: 'chain-unchanged',
  })
  expect(await town.db.select().from(approvalChains)).toEqual([])
})

test('nobody but the approver of that office changes it', async () => {
  const town = await world()
  for (const by of ['handler', 'finance', 'acceptor', 'director', 'admin'])
    await expect(set(town, ['approver'], 0, by)).rejects.toMatchObject({ reason: 'needs-another-seat' })
  await expect(set(town, ['approver'], 0, 'dApprover')).rejects.toMatchObject({ reason: 'not-your-body' })
  await set(town, ['approver'], 0, 'dApprover', 'GOV')
})

test('of two changes made from one reading, the second is refused', async () => {
  const town = await world()
  await set(town, ['handler', 'approver'])
  await expect(set(town, ['approver'])).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'chain-changed-meanwhile',
  })
  await set(town, ['approver'], 1)
})

test('a plan is signed in the order set, and its drafter signs no later step', async () => {
  const town = await world()
  await set(town, ['finance', 'handler', 'approver'])
  const { id } = await draftedPlan(town)
  const sign = (key: string) => approvePlan(town.as(key), { planId: id, version: 1, opinion: '同意' })
  await submitPlan(town.as('handler'), { planId: id, opinion: '' })
  expect((await findPlan(town.db, id)).approvals).toEqual([])
  await expect(sign('approver')).rejects.toMatchObject({ reason: 'not-your-step' })
  await sign('finance')
  await expect(sign('handler')).rejects.toMatchObject({ reason: 'sod-drafter-approves' })
  const second = asHandler(town, 'acceptor')
  await approvePlan(second, { planId: id, version: 1, opinion: '复核无误' })
  await sign('approver')
  expect(await findPlan(town.db, id)).toMatchObject({
    state: 'approved',
    signedBy: ['finance', 'acceptor', 'approver'],
  })
})

test('who edited a plan signs no version of it in another seat, and finds no double of it harmless', async () => {
  const town = await world()
  const { id, needs } = await draftedPlan(town)
  const words = { ...planWords({ needIds: needs.map((n) => n.id) }), planId: id }
  await editPlan(asHandler(town, 'finance'), words)
  await editPlan(asHandler(town, 'acceptor'), words)
  await submitPlan(town.as('handler'), { planId: id, opinion: '同意报审' })
  const sign = approvePlan(town.as('finance'), { planId: id, version: 3, opinion: '同意' })
  await expect(sign).rejects.toMatchObject({ reason: 'sod-drafter-approves' })
  const told = tellApart(town.as('finance'), { pair: { planId: id, otherId: id }, reason: '不是一回事' })
  await expect(told).rejects.toMatchObject({ reason: 'sod-drafter-approves' })
  expect((await findPlan(town.db, id)).writtenBy.sort()).toEqual(['acceptor', 'finance', 'handler'])
})

test('a plan keeps the chain it began under, also through an edit', async () => {
  const town = await world()
  const { id, needs } = await draftedPlan(town)
  await set(town, ['approver'])
  await submitPlan(town.as('handler'), { planId: id, opinion: '同意报审' })
  await approvePlan(town.as('finance'), { planId: id, version: 1, opinion: '同意' })
  await editPlan(town.as('handler'), { ...planWords({ needIds: needs.map((n) => n.id) }), planId: id })
  expect(await findPlan(town.db, id)).toMatchObject({
    approvals: [],
    chainVersion: 0,
    chain: ['handler', 'finance', 'approver'],
  })
  const later = await draftedPlan(town)
  expect(later).toMatchObject({ chainVersion: 1, chain: ['approver'] })
})

test('the chain of one office is not that of another', async () => {
  const town = await world()
  await set(town, ['approver'], 0, 'dApprover', 'GOV')
  expect((await approvedPlan(town)).signedBy).toEqual(['handler', 'finance', 'approver'])
})

test('where the handler signs first, sending without an opinion is refused', async () => {
  const town = await world()
  const { id } = await draftedPlan(town)
  await expect(submitPlan(town.as('handler'), { planId: id, opinion: '' })).rejects.toMatchObject({
    reason: 'opinion-missing',
  })
})

test('the form leaves out empty places and takes no post that does not exist', () => {
  const typed = { version: '0', ground, steps: ['finance', '', 'approver'] }
  expect(chainForm.parse(typed).steps).toEqual(['finance', 'approver'])
  expect(chainForm.parse({ version: '0', ground }).steps).toEqual([])
  expect(chainForm.safeParse({ ...typed, steps: ['mayor'] }).success).toBe(false)
  expect(chainForm.safeParse({ ...typed, ground: '无' }).success).toBe(false)
  expect(chainForm.safeParse({ ...typed, version: 'x' }).success).toBe(false)
})
