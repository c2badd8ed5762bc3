import { eq } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { needEvidence, needs, rounds, surveys, surveyTemplates } from '#db/schema/index.ts'
import { castVote } from '#domain/ask/vote/cast-vote.ts'
import { closeBox } from '#domain/ask/vote/close-box.ts'
import { countRound } from '#domain/ask/vote/count-round.ts'
import { draftRound } from '#domain/ask/vote/draft-round.ts'
import { identifyVoter } from '#domain/ask/vote/identify-voter.ts'
import { loadRoll } from '#domain/ask/vote/load-roll.ts'
import { takeBack } from '#domain/ask/vote/paper.ts'
import { printSlips, type Slip } from '#domain/ask/vote/print-slips.ts'
import type { RoundInput } from '#domain/ask/vote/round-form.ts'
import { sealRound } from '#domain/ask/vote/seal-round.ts'
import { confirmTrustee } from '#domain/ask/vote/trustees/confirm-trustee.ts'
import { trusteesOf } from '#domain/ask/vote/trustees/find-trustees.ts'
import type { TwoKeys } from '#domain/ask/vote/trustees/forms.ts'
import { nameTrustees } from '#domain/ask/vote/trustees/name-trustees.ts'
import { tryKey } from '#domain/ask/vote/trustees/try-key.ts'
import { yuan } from '#domain/money.ts'
import { nextRef } from '#domain/reference.ts'
import type { Town } from './world.ts'

/** Needs of C1 that the street has accepted, one for each cost in 元. */
export const acceptedNeeds = (town: Town, costs: readonly number[]) =>
  town.transact(async (tx) => {
    const ids: string[] = []
    for (const cost of costs) {
      const id = newId()
      await tx.insert(needs).values({
        id,
        refNo: await nextRef(tx, 'XQ', 2026),
        communityId: 'C1',
        committeeId: 'C1',
        streetId: 'S1',
        gridIds: ['G1'],
        category: 'ELDER',
        itemType: 'service',
        title: `需求${ids.length + 1}`,
        evidence: '楼门厅照明不足',
        targetGroup: '高龄老人',
        beneficiaries: 190,
        outcome: '就近用餐',
        estimate: yuan(cost),
        urgency: 3,
        severity: 3,
        negativeAnswers: {},
        state: 'accepted',
        draftedBy: 'clerk',
        publishedBy: 'director',
        createdAt: town.clock.now(),
      })
      ids.push(id)
    }
    return ids
  })

export const roundInput = (needIds: string[], more: Partial<RoundInput> = {}): RoundInput => ({
  name: '2026 年度民生微实事居民票决',
  electorate: '本社区 18 周岁以上居民',
  poolId: 'P1',
  budget: yuan(280_000),
  needIds,
  maxChoices: Math.min(3, needIds.length),
  unit: 'household',
  thresholdPercent: 50,
  quorumPercent: 10,
  opensOn: '2026-03-10',
  closesOn: '2026-03-12',
  ...more,
})

/** So many households of one voter each, ages going round, the first `young` of them seventeen; the first five with the residents' telephones left out. */
export const rollOf = (n: number, young = 0) =>
  Array.from(
    { length: n },
    (_, i) => `住户${i + 1},${i + 1}号楼,${i < young ? 17 : 20 + ((i * 7) % 70)}`,
  ).join('\n')

/** The three trustees of every test round, and the passphrase of each. */
export const passphrases = {
  supervisor: '监督一号 passphrase',
  handler: '街道二号 passphrase',
  auditor: '审计三号 passphrase',
} as const
export type TrusteeKey = keyof typeof passphrases
/** What two of them type side by side. */
export async function keysOf(
  town: Town,
  roundId: string,
  [a, b]: readonly [TrusteeKey, TrusteeKey] = ['supervisor', 'auditor'],
): Promise<TwoKeys> {
  const three = await trusteesOf(town.db, roundId)
  const id = (who: TrusteeKey) => three.find((t) => t.personId === who)!.id
  return { first: id(a), firstWords: passphrases[a], second: id(b), secondWords: passphrases[b] }
}
/** The whole ceremony: three are named, each confirms, two of them open the test ballot. */
export async function keyReady(town: Town, roundId: string) {
  const three = { supervision: 'supervisor', street: 'handler', outside: 'auditor' }
  await nameTrustees(town.as('clerk'), { roundId, ...three })
  for (const who of Object.keys(passphrases) as TrusteeKey[])
    await confirmTrustee(town.as(who), { roundId, passphrase: passphrases[who] })
  await tryKey(town.as('clerk'), { roundId, ...(await keysOf(town, roundId)) })
}

/** A reported survey of C1 that needs are said to rest on, as a joint selection asks. */
export const surveyBehind = (town: Town, needIds: readonly string[]) =>
  town.transact(async (tx) => {
    const now = town.clock.now()
    const [template] = await tx
      .insert(surveyTemplates)
      .values({ code: newId(), version: 1, title: '需求调查', minCell: 5, questions: [], createdAt: now })
      .returning()
    const of = { templateId: template!.id, communityId: 'C1', committeeId: 'C1', createdBy: 'clerk' }
    const [survey] = await tx
      .insert(surveys)
      .values({
        ...of,
        ...{ refNo: newId(), name: '需求调查', state: 'reported', shortCode: newId() },
        ...{ opensAt: now, closesAt: now, createdAt: now, reportedAt: now },
      })
      .returning()
    for (const needId of needIds)
      await tx
        .insert(needEvidence)
        .values({ needId, kind: 'survey', refId: survey!.id, share: 0.4, sample: 40 })
  })

export type ReadyRound = { id: string; needIds: string[]; slips: Slip[] }

/** A round with its roll and slips, drafted by the clerk. */
export async function draftedRound(
  town: Town,
  {
    costs = [160_000, 70_000, 90_000],
    voters = 40,
    young = 0,
    ...more
  }: { costs?: number[]; voters?: number; young?: number } & Partial<RoundInput> = {},
): Promise<ReadyRound> {
  const needIds = await acceptedNeeds(town, costs)
  if (more.weightCommittee || more.weightOrganisation) await surveyBehind(town, needIds)
  const { id } = await draftRound(town.as('clerk'), roundInput(needIds, more))
  await loadRoll(town.as('clerk'), { roundId: id, roll: rollOf(voters, young) })
  const slips = await printSlips(town.as('clerk'), { roundId: id })
  if (more.level !== 'L0') await keyReady(town, id)
  return { id, needIds, slips }
}
export async function sealedRound(
  town: Town,
  more: Parameters<typeof draftedRound>[1] = {},
): Promise<ReadyRound> {
  const ready = await draftedRound(town, more)
  await sealRound(town.as('director'), { roundId: ready.id })
  return ready
}
export const opening = new Date('2026-03-10T00:00:00+08:00')
export const closing = new Date('2026-03-13T00:00:00+08:00')

/** A round that can be voted on: the clock stands a while after its opening. */
export async function openRound(
  town: Town,
  more: Parameters<typeof draftedRound>[1] = {},
): Promise<ReadyRound> {
  const ready = await sealedRound(town, more)
  town.clock.set(new Date(opening.getTime() + 3_600_000))
  return ready
}
/** 封箱 and 开票: after the close, with two of the three; an advisory round has none. */
export async function openBox(town: Town, roundId: string) {
  await closeBox(town.as('director'), { roundId })
  const [round] = await town.db.select({ level: rounds.level }).from(rounds).where(eq(rounds.id, roundId))
  const keys = round?.level === 'L0' ? null : await keysOf(town, roundId)
  await countRound(town.as('director'), { roundId, keys })
}
/** Closes and counts. */
export async function countedRound(town: Town, round: ReadyRound) {
  town.clock.set(closing)
  await openBox(town, round.id)
}

/** One voter of the roll casts these items of the slate, with the code on his slip. */
export async function castBy(town: Town, round: ReadyRound, voter: number, choices: readonly number[]) {
  const { paper } = await identifyVoter(town.as(null), { roundId: round.id, code: round.slips[voter]!.code })
  const { entryId } = takeBack(town.as(null), round.id, paper)!
  await castVote(town.as(null), {
    roundId: round.id,
    entryId,
    choices: choices.map((c) => round.needIds[c]!),
    blank: choices.length === 0,
  })
  return entryId
}
