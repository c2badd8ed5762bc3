import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { plans, socialWorkers } from '#db/schema/index.ts'
import { readOwn } from '#domain/buy/proposal/read-own.ts'
import { readPreview } from '#domain/buy/proposal/read-preview.ts'
import { confirmProposal, submitProposal } from '#domain/buy/proposal/submit-proposal.ts'
import { answerInvitation, nameWorker, readInvitation } from '#domain/buy/proposal/team.ts'
import {
  confirmOrganisation,
  writeBudget,
  writePart,
  writeTexts,
} from '#domain/buy/proposal/write-sections.ts'
import { yuan } from '#domain/money.ts'
import { draftedProposal, proposalBy } from '#tests/support/proposal.ts'
import { publishedGrant, publishedTender } from '#tests/support/tender.ts'
import { world } from '#tests/support/world.ts'

const part = 'plan.FIT'
const words = (said: string) => `${said}，每周上门一次，每次三十分钟。`

test('two who write the same part at once: the second is told, sees both texts, and then decides; the one before is kept', async () => {
  const town = await world()
  const { id: tenderId } = await publishedTender(town)
  const write = (who: string, said: string, seen?: string) =>
    writePart(town.as(who), { tenderId, code: 'FIT', words: words(said), seen })
  const blank = (await readOwn(town.as('editor1'), tenderId)).stamps[part]
  await write('editor1', '第一稿', blank)
  town.clock.pass(60_000)
  await expect(write('signer1', '第二稿', blank)).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'draft-saved-meanwhile',
  })
  const now = await readOwn(town.as('signer1'), tenderId)
  expect(now.body.plan.FIT).toBe(words('第一稿'))
  expect(now.saved[part]).toEqual({ at: town.clock.now().getTime() - 60_000, by: 'editor1' })
  await write('signer1', '第二稿', now.stamps[part])
  const then = await readOwn(town.as('editor1'), tenderId)
  expect(then.body.plan.FIT).toBe(words('第二稿'))
  expect(then.former[part]).toMatchObject({ content: words('第一稿'), mark: { by: 'editor1' } })
  expect(then.last).toEqual({ at: town.clock.now().getTime(), by: 'signer1' })
  await write('editor1', '第二稿', blank)
  await write('editor1', '第三稿')
})

test('two who write different parts at once lose nothing and are not stopped', async () => {
  const town = await world()
  const { id: tenderId } = await publishedTender(town)
  const { stamps } = await readOwn(town.as('editor1'), tenderId)
  const sheet = {
    price: yuan(1_000),
    lines: [{ kind: 'activity' as const, label: '活动', amount: yuan(1_000) }],
  }
  await writeBudget(town.as('editor1'), { tenderId, ...sheet, seen: stamps.budget })
  await writeTexts(town.as('signer1'), { tenderId, texts: { methods: '个案' }, seen: stamps.texts })
  await confirmOrganisation(town.as('signer1'), { tenderId, contact: '项目部', seen: stamps.organisation })
  const { body } = await readOwn(town.as('editor1'), tenderId)
  expect(body).toMatchObject({
    budget: sheet,
    texts: { methods: '个案' },
    organisation: { contact: '项目部' },
  })
  const other = {
    price: yuan(2_000),
    lines: [{ kind: 'activity' as const, label: '活动', amount: yuan(2_000) }],
  }
  await expect(
    writeBudget(town.as('signer1'), { tenderId, ...other, seen: stamps.budget }),
  ).rejects.toMatchObject({ reason: 'draft-saved-meanwhile' })
})

test('a social worker may take his word back until the deadline; what was sent with his name no longer counts', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const tenderId = tender.id
  const memberId = await draftedProposal(town, tender, 1)
  await submitProposal(town.as('signer1'), { tenderId, keepDraft: true })
  expect(await readInvitation(town.as('worker1'), memberId)).toMatchObject({ isSent: true, late: false })
  await answerInvitation(town.as('worker1'), { memberId, says: 'no' })
  expect((await proposalBy(town, tenderId, 'ORG1')).state).toBe('needs_confirmation')
  await expect(confirmProposal(town.as('signer1'), { tenderId })).rejects.toMatchObject({
    reason: 'proposal-broken',
  })
  await expect(submitProposal(town.as('signer1'), { tenderId, keepDraft: true })).rejects.toMatchObject({
    reason: 'proposal-lacks-team',
  })
  await nameWorker(town.as('editor2'), { tenderId, certNo: 'T-0', leads: true })
  const again = await nameWorker(town.as('editor1'), { tenderId, certNo: 'T-1', leads: true })
  await answerInvitation(town.as('worker2'), { memberId: again.memberId, says: 'yes' })
  await submitProposal(town.as('signer1'), { tenderId, keepDraft: true })
  town.clock.set(tender.deadline)
  await expect(
    answerInvitation(town.as('worker2'), { memberId: again.memberId, says: 'no' }),
  ).rejects.toMatchObject({ reason: 'proposal-too-late' })
  expect((await proposalBy(town, tenderId, 'ORG1')).state).toBe('submitted')
})

test('a licence that ran out between naming and sending is found when it is sent', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await draftedProposal(town, tender, 1)
  const until = (registeredUntil: string) =>
    town.transact((tx) =>
      tx.update(socialWorkers).set({ registeredUntil }).where(eq(socialWorkers.id, 'worker1')),
    )
  await until('2026-03-01')
  const send = () => submitProposal(town.as('signer1'), { tenderId: tender.id, keepDraft: false })
  await expect(send()).rejects.toMatchObject({ reason: 'licence-expired' })
  await until('2026-03-02')
  await send()
})

test('who may take part is said rule by rule before a word is written, with what bars', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const rules = async (who: string) => {
    const { standing, barred } = await readOwn(town.as(who), tender.id)
    return { barred, unmet: standing.filter((s) => s.why).map((s) => `${s.rule} ${s.why}`) }
  }
  expect(await rules('editor1')).toEqual({ barred: null, unmet: [] })
  expect(await rules('editorX')).toEqual({ barred: 'on-abnormal-list', unmet: ['credit on-abnormal-list'] })
  expect(await rules('soloist')).toEqual({
    barred: 'individuals-not-on-this-route',
    unmet: ['route individuals-not-on-this-route'],
  })
  const grant = await publishedGrant(town)
  expect((await readOwn(town.as('soloist'), grant.id)).barred).toBeNull()
  await town.transact((tx) =>
    tx.update(plans).set({ individualReason: null }).where(eq(plans.id, grant.planId)),
  )
  await expect(
    confirmOrganisation(town.as('soloist'), { tenderId: grant.id, contact: '联系人' }),
  ).rejects.toMatchObject({ reason: 'individuals-not-suited-here' })
})

test('the preview covers one’s own names as the panel will see them, and nobody else reads it', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await draftedProposal(town, tender, 1, {
    plan: '暖邻社会工作服务中心由 worker1 带队，夕照居家养老服务中心不在内。',
  })
  const preview = await readPreview(town.as('editor1'), tender.id)
  const said = JSON.stringify(preview.parts)
  for (const hidden of ['暖邻社会工作服务中心', 'worker1']) expect(said).not.toContain(hidden)
  expect(said).toContain('夕照居家养老服务中心')
  expect(preview.parts[0]!.words!.filter((run) => run.masked)).toHaveLength(2)
  for (const other of ['handler', 'expert1', 'auditor', 'admin', 'worker1'])
    await expect(readPreview(town.as(other), tender.id), other).rejects.toMatchObject({ kind: 'forbidden' })
})
