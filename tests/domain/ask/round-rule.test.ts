import { parseWithZod } from '@conform-to/zod/v4'
import { asc, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { sha256 } from '#app/ports/vault.ts'
import { ballotLinks, journal, needs, notices, rollEntries, roundBodies, rounds } from '#db/schema/index.ts'
import { draftSurveyForm } from '#domain/ask/survey/forms.ts'
import { canonicalJson } from '#domain/ask/vote/canonical-json.ts'
import { castVote } from '#domain/ask/vote/cast-vote.ts'
import { changeRound, draftRound } from '#domain/ask/vote/draft-round.ts'
import { importForm } from '#domain/ask/vote/import-pb.ts'
import { publicRounds } from '#domain/ask/vote/list-rounds.ts'
import { loadRoll } from '#domain/ask/vote/load-roll.ts'
import { manifestOf } from '#domain/ask/vote/manifest.ts'
import { printSlips } from '#domain/ask/vote/print-slips.ts'
import { readDraftPage } from '#domain/ask/vote/read-draft.ts'
import { readRound } from '#domain/ask/vote/read-round.ts'
import { roundForm } from '#domain/ask/vote/round-form.ts'
import { sealRound } from '#domain/ask/vote/seal-round.ts'
import { unsealRound } from '#domain/ask/vote/unseal-round.ts'
import { kinOf, manifestOfVersion, versionsOf } from '#domain/ask/vote/versions.ts'
import { voidRound } from '#domain/ask/vote/void-round.ts'
import { minorForm } from '#domain/buy/minor/forms.ts'
import { yuan } from '#domain/money.ts'
import { appraisalForm } from '#domain/rate/appraisal/draft-appraisal.ts'
import { typedMoment } from '#domain/typed-date.ts'
import { refused, vote } from '#tests/support/round-votes.ts'
import {
  acceptedNeeds,
  draftedRound,
  opening,
  openRound,
  roundInput,
  sealedRound,
} from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

const answers: Record<string, string> = {
  name: '2026 年度票决',
  electorate: '本社区居民',
  poolId: 'P1',
  budget: '28万',
  needIds: 'a',
  unit: 'household',
  maxChoices: '3',
  thresholdPercent: '50',
  quorumPercent: '10',
  opensOn: '2026-03-10',
  closesOn: '2026-03-12',
}
/** Where the form is wrong, as a browser that sends these answers is told. */
function faults(more: Record<string, string | string[]>) {
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...answers, ...more }))
    for (const one of [value].flat()) if (one !== '-') body.append(name, one)
  const read = parseWithZod(body, { schema: roundForm })
  return read.status === 'success'
    ? []
    : Object.entries(read.error ?? {}).map(([at, why]) => `${at}: ${why?.[0]}`)
}
const roundNow = async (town: Town, id: string) =>
  (await town.db.select().from(rounds).where(eq(rounds.id, id)))[0]!

test('the plainest answers are enough, and what a kind or a rule does not ask may stay empty', () => {
  expect(faults({})).toEqual([])
  expect(faults({ ballotKind: 'knapsack', maxChoices: '-' })).toEqual([])
  expect(faults({ rule: 'greedy', thresholdPercent: '-' })).toEqual([])
  expect(faults({ rule: 'mes', completion: 'add1', addStep: '100' })).toEqual([])
  expect(
    faults({ ballotKind: 'points', pointsTotal: '10', pointsEach: '5', rule: 'greedy', maxChoices: '-' }),
  ).toEqual([])
  expect(
    faults({ weightResident: '60', weightCommittee: '10', weightOrganisation: '30', orgIds: 'ORG1' }),
  ).toEqual([])
})

test.each<[string, Record<string, string | string[]>, string]>([
  ['no need', { needIds: '-' }, 'needIds: form.round.slate'],
  ['an end before the beginning', { closesOn: '2026-03-09' }, 'closesOn: form.round.dates'],
  ['a day there is not', { opensOn: '2026-02-30' }, 'opensOn: form.round.opens'],
  ['no limit', { maxChoices: '-' }, 'maxChoices: form.round.choices'],
  ['a line of 100 percent', { thresholdPercent: '100' }, 'thresholdPercent: form.round.percent'],
  ['no line', { thresholdPercent: '-' }, 'thresholdPercent: form.round.percent'],
  ['points without points', { ballotKind: 'points', rule: 'greedy' }, 'pointsTotal: form.round.points'],
  [
    'more points for one than there are',
    { ballotKind: 'points', rule: 'greedy', pointsTotal: '5', pointsEach: '6' },
    'pointsEach: form.round.points-each',
  ],
  ['a line in points', { ballotKind: 'ranking' }, 'rule: form.round.threshold-kind'],
  ['shares of ranks', { ballotKind: 'ranking', rule: 'mes' }, 'rule: form.round.mes-ranking'],
  ['add1 without a step', { rule: 'mes', completion: 'add1' }, 'addStep: form.round.step'],
  ['a step of nothing', { rule: 'mes', completion: 'add1', addStep: '0' }, 'addStep: form.round.step'],
  ['weights of 90', { weightResident: '60', weightStreet: '30' }, 'weightResident: form.round.weights'],
  ['weights of 110', { weightResident: '60', weightStreet: '50' }, 'weightResident: form.round.weights'],
  [
    'residents left out',
    { weightCommittee: '50', weightStreet: '50' },
    'weightResident: form.round.weights-resident',
  ],
  [
    'organisations nobody invited',
    { weightResident: '60', weightOrganisation: '40' },
    'orgIds: form.round.orgs-missing',
  ],
  ['invited without a weight', { orgIds: 'ORG1' }, 'weightOrganisation: form.round.orgs-weight'],
  [
    'a joint vote in ranks',
    { weightResident: '60', weightStreet: '40', ballotKind: 'ranking', rule: 'greedy' },
    'ballotKind: form.round.blocs-kind',
  ],
  [
    'a joint vote in shares',
    { weightResident: '60', weightStreet: '40', rule: 'mes' },
    'rule: form.round.blocs-rule',
  ],
  [
    'abstaining without an invitation',
    { weightResident: '60', weightOrganisation: '40', orgIds: 'ORG1', likelyIds: ['ORG1', 'ORG2'] },
    'likelyIds: form.round.likely',
  ],
  ['a child', { minAge: '13' }, 'minAge: form.round.age'],
  ['another rule', { rule: 'dictator' }, 'rule: form.round.rule'],
])('the form says what is wrong with %s', (_of, more, fault) => {
  expect(faults(more)).toContain(fault)
})

test('a day or a time there is not is none in any form that asks for it', () => {
  const survey = { templateId: 'T', name: '一季度需求调查', opens: '2026-02-30', closes: '2026-13-01' }
  const faulty = (form: z.ZodType, typed: object) =>
    form.safeParse(typed).error?.issues.map(({ path }) => path[0]) ?? []
  expect(faulty(draftSurveyForm, survey)).toEqual(['opens', 'closes'])
  expect(faulty(importForm, { opensOn: '2026-02-30' })).toContain('opensOn')
  expect(faulty(appraisalForm, { opensOn: '2026-02-30' })).toContain('opensOn')
  for (const typed of ['2026-02-30T17:00', '2026-12-02T24:00', '2026-12-02 17:00', ''])
    expect(typedMoment('x').safeParse(typed).success).toBe(false)
  expect(typedMoment('x').parse('2026-12-02T17:00')).toEqual(new Date('2026-12-02T09:00:00Z'))
  expect(faulty(minorForm, { quotesUntil: '2026-02-30T17:00' })).toContain('quotesUntil')
})

test('a draft keeps the rule that was chosen, and nothing of what its rule does not ask', async () => {
  const town = await world()
  const needIds = await acceptedNeeds(town, [100, 200])
  const { id } = await draftRound(
    town.as('clerk'),
    roundInput(needIds, {
      ballotKind: 'knapsack',
      rule: 'mes',
      utility: 'cardinal',
      completion: 'add1',
      addStep: yuan(5),
    }),
  )
  expect(await roundNow(town, id)).toMatchObject({
    ballotKind: 'knapsack',
    budgetCapped: true,
    rule: 'mes',
    utility: 'cardinal',
    completion: 'add1',
    addStep: yuan(5),
    thresholdPercent: 0,
    pointsTotal: null,
    version: 1,
    blocs: null,
  })
  await changeRound(town.as('clerk'), {
    id,
    ...roundInput(needIds, { completion: 'add1', addStep: yuan(5) }),
  })
  expect(await roundNow(town, id)).toMatchObject({
    rule: 'greedy_threshold',
    completion: 'none',
    addStep: null,
  })
})

test('a step with which add1 would never end is refused, with the least that will do', async () => {
  const town = await world()
  const needIds = await acceptedNeeds(town, [160_000])
  const draft = draftRound(
    town.as('clerk'),
    roundInput(needIds, { rule: 'mes', completion: 'add1', addStep: yuan(0.01) }),
  )
  await expect(draft).rejects.toMatchObject({ reason: 'step-too-small', params: { least: 4 } })
})

test('a need that is not accepted, or of another round, goes on no slate', async () => {
  const town = await world()
  const [a, b] = await acceptedNeeds(town, [100, 200])
  await town.transact((tx) => tx.update(needs).set({ state: 'published' }).where(eq(needs.id, a!)))
  expect(await refused(draftRound(town.as('clerk'), roundInput([a!])))).toBe('need-not-free')
  await draftRound(town.as('clerk'), roundInput([b!]))
  expect(await refused(draftRound(town.as('clerk'), roundInput([b!])))).toBe('need-not-free')
  expect(await refused(draftRound(town.as('clerk'), roundInput([b!, 'nothing'])))).toBe(
    'need-of-another-community',
  )
})

test('another rule of who may vote needs the roll and the slips again', async () => {
  const town = await world()
  const round = await draftedRound(town, { level: 'L0' })
  const input = roundInput(round.needIds, { level: 'L0' })
  await changeRound(town.as('clerk'), { id: round.id, ...input, name: '改名' })
  expect((await roundNow(town, round.id)).slipsAt).not.toBeNull()
  await changeRound(town.as('clerk'), { id: round.id, ...input, minAge: 16 })
  expect((await roundNow(town, round.id)).slipsAt).toBeNull()
  expect(await refused(sealRound(town.as('director'), { roundId: round.id }))).toBe('roll-empty')
})

test('the same facts give the same bytes, whatever the order of their names', () => {
  expect(canonicalJson({ b: [1, null, 'x"'], a: { d: true, c: '中' } })).toBe(
    '{"a":{"c":"中","d":true},"b":[1,null,"x\\""]}',
  )
  expect(canonicalJson({ a: { c: '中', d: true }, b: [1, null, 'x"'] })).toBe(
    '{"a":{"c":"中","d":true},"b":[1,null,"x\\""]}',
  )
})

test('the seal is the hash of a manifest that says everything fixed, and names no voter', async () => {
  const town = await world()
  const round = await sealedRound(town, { rule: 'greedy', tieOrder: 'lot' })
  const sealed = await roundNow(town, round.id)
  expect(sha256(sealed.manifest!)).toBe(sealed.sealHash)
  const manifest = JSON.parse(sealed.manifest!)
  expect(manifest).toMatchObject({
    round: sealed.refNo,
    version: 1,
    level: 'L1',
    ballot: { kind: 'approval', maxChoices: 3 },
    count: { rule: 'greedy', tieOrder: 'lot', budget: yuan(280_000) },
    electorate: { unit: 'household', minAge: 18 },
    roll: { size: 40 },
    publicKey: sealed.publicKey,
  })
  expect(manifest.slate).toHaveLength(3)
  for (const hidden of ['住户', '号楼', round.slips[0]!.code]) expect(sealed.manifest).not.toContain(hidden)
  const [told] = await town.db.select().from(journal).where(eq(journal.action, 'round.seal'))
  expect(told!.detail).toMatchObject({ sealHash: sealed.sealHash, version: 1 })
})

test('whatever is touched after the seal makes another manifest', async () => {
  const town = await world()
  const round = await sealedRound(town)
  const changes: Array<Partial<typeof rounds.$inferInsert>> = [
    { rule: 'greedy' },
    { addStep: yuan(1) },
    { minAge: 16 },
    { residence: 'living' },
    { tieOrder: 'lot' },
    { blocs: [{ bloc: 'resident', weight: 100 }] },
    { level: 'L0' },
    { ballotKind: 'ranking' },
    { pointsEach: 3 },
    { closesAt: new Date('2026-04-01') },
  ]
  const { sealHash } = await roundNow(town, round.id)
  for (const change of changes) {
    const touched = { ...(await roundNow(town, round.id)), ...change }
    expect(sha256(await manifestOf(town.db, touched)), JSON.stringify(change)).not.toBe(sealHash)
  }
  const [entry] = await town.db.select().from(rollEntries).orderBy(asc(rollEntries.id))
  await town.transact((tx) =>
    tx.update(rollEntries).set({ representative: '别人' }).where(eq(rollEntries.id, entry!.id)),
  )
  expect(sha256(await manifestOf(town.db, await roundNow(town, round.id)))).not.toBe(sealHash)
})

test('before the opening a round is unsealed with its reason, kept as a version, changed and sealed again', async () => {
  const town = await world()
  const round = await sealedRound(town)
  const before = await roundNow(town, round.id)
  const unseal = (who: string) => unsealRound(town.as(who), { roundId: round.id, reason: '漏了一件' })
  expect(await refused(unseal('clerk'))).toBe('needs-another-seat')
  expect(await refused(unseal('director2'))).toBe('not-your-body')
  expect(await refused(changeRound(town.as('clerk'), { id: round.id, ...roundInput(round.needIds) }))).toBe(
    'round-sealed',
  )
  await unseal('director')
  expect(await refused(unseal('director'))).toBe('not-in-this-state')
  expect(await roundNow(town, round.id)).toMatchObject({
    state: 'draft',
    version: 2,
    sealHash: null,
    manifest: null,
  })
  expect((await readRound(town.as(null), round.id)).round.phase).toBe('draft')
  expect(await publicRounds(town.db)).toHaveLength(1)
  await changeRound(town.as('clerk'), { id: round.id, ...roundInput(round.needIds, { rule: 'greedy' }) })
  await sealRound(town.as('director'), { roundId: round.id })
  const after = await roundNow(town, round.id)
  expect(after.sealHash).not.toBe(before.sealHash)
  expect(JSON.parse(after.manifest!)).toMatchObject({ version: 2, count: { rule: 'greedy' } })
  expect(await versionsOf(town.db, round.id)).toMatchObject([
    { version: 1, sealHash: before.sealHash, reason: '漏了一件' },
  ])
  expect(await manifestOfVersion(town.db, round.id, 1)).toBe(before.manifest)
  expect(await manifestOfVersion(town.db, round.id, 2)).toBe(after.manifest)
  expect(await refused(manifestOfVersion(town.db, round.id, 3))).toBe('no-such-file')
  town.clock.set(opening)
  expect(await refused(unseal('director'))).toBe('already-open')
})

test('a first draft stays out of sight and its manifest is nobody’s', async () => {
  const town = await world()
  const round = await draftedRound(town, { level: 'L0' })
  expect(await publicRounds(town.db)).toHaveLength(0)
  expect(await refused(manifestOfVersion(town.db, round.id, 1))).toBe('no-such-round')
})

test('a void round is repeated once, by its own committee, and each leads to the other', async () => {
  const town = await world()
  const round = await openRound(town)
  await vote(town, round, 0, [0])
  const again = (who: string) =>
    draftRound(
      town.as(who),
      roundInput(round.needIds, {
        rerunOf: round.id,
        opensOn: '2026-03-20',
        closesOn: '2026-03-22',
        level: 'L0',
      }),
    )
  expect(await refused(again('clerk'))).toBe('rerun-of-a-void-round')
  await voidRound(town.as('director'), { roundId: round.id, reason: '名册漏了一栋楼' })
  expect(await refused(again('clerk2'))).toBe('not-your-body')
  expect((await readDraftPage(town.as('clerk'), null, round.id)).rerun?.id).toBe(round.id)
  expect(await refused(readDraftPage(town.as('clerk2'), null, round.id))).toBe('not-your-body')
  const { id } = await again('clerk')
  expect(await refused(again('clerk'))).toBe('rerun-already')
  const [was, now] = [await roundNow(town, round.id), await roundNow(town, id)]
  expect((await kinOf(town.db, now)).before).toMatchObject({ id: round.id, refNo: was.refNo })
  expect((await kinOf(town.db, was)).next).toBeNull()
  await town.transact((tx) => tx.update(rounds).set({ state: 'sealed' }).where(eq(rounds.id, id)))
  expect((await kinOf(town.db, was)).next).toMatchObject({ id })
})

test('everybody known on the roll of a void round is told why, and told again when it is held anew; no link outlives it', async () => {
  const town = await world()
  const { id, needIds } = await draftedRound(town, { quorumPercent: 0 })
  const [one, other] = await town.db.select().from(rollEntries).where(eq(rollEntries.roundId, id)).limit(2)
  const known = { resident1: one!.id, resident2: other!.id }
  await town.transact(async (tx) => {
    for (const [personId, entry] of Object.entries(known))
      await tx.update(rollEntries).set({ personId }).where(eq(rollEntries.id, entry))
  })
  await sealRound(town.as('director'), { roundId: id })
  town.clock.set(new Date(opening.getTime() + 3_600_000))
  await castVote(town.as('resident1'), { roundId: id, entryId: one!.id, choices: [needIds[0]!] })
  expect(await town.db.$count(ballotLinks)).toBe(1)
  await voidRound(town.as('director'), { roundId: id, reason: '名册漏了一栋楼' })
  expect(await town.db.$count(ballotLinks)).toBe(0)
  const told = async (message: string) =>
    (await town.db.select().from(notices).where(eq(notices.message, message)))
      .map(({ personId, link, params }) => ({ personId, link, params }))
      .sort((a, b) => (a.personId! < b.personId! ? -1 : 1))
  const name = '2026 年度民生微实事居民票决'
  const voided = { link: `/votes/${id}`, params: { name, reason: '名册漏了一栋楼' } }
  expect(await told('round-void-roll')).toEqual([
    { personId: 'resident1', ...voided },
    { personId: 'resident2', ...voided },
  ])
  const dates = { opensOn: '2026-03-20', closesOn: '2026-03-22' }
  const again = await draftRound(
    town.as('clerk'),
    roundInput(needIds, { rerunOf: id, level: 'L0', ...dates }),
  )
  await loadRoll(town.as('clerk'), { roundId: again.id, roll: '甲,1,40' })
  await printSlips(town.as('clerk'), { roundId: again.id })
  expect(await told('round-again')).toEqual([])
  await sealRound(town.as('director'), { roundId: again.id })
  const anew = { link: `/votes/${again.id}`, params: { name, opens: '2026-03-20' } }
  expect((await told('round-again')).map(({ personId }) => personId)).toEqual(['resident1', 'resident2'])
  expect((await told('round-again'))[0]).toEqual({ personId: 'resident1', ...anew })
})

test('a draft that was never sealed is dropped without a word to the roll', async () => {
  const town = await world()
  const { id } = await draftedRound(town)
  await town.transact((tx) =>
    tx.update(rollEntries).set({ personId: 'resident1' }).where(eq(rollEntries.roundId, id)),
  )
  await voidRound(town.as('director'), { roundId: id, reason: '备选有误' })
  expect(await town.db.$count(notices, eq(notices.personId, 'resident1'))).toBe(0)
})

test('the bodies of a joint round are listed, the likely supplier as abstaining', async () => {
  const town = await world()
  const needIds = await acceptedNeeds(town, [100, 200])
  const joint = {
    weightResident: 50,
    weightCommittee: 10,
    weightCentre: 10,
    weightStreet: 10,
    weightOrganisation: 20,
  }
  const draft = (more: object) => draftRound(town.as('clerk'), roundInput(needIds, { ...joint, ...more }))
  expect(await refused(draft({ orgIds: ['ORG1', 'S1'] }))).toBe('no-such-organisation')
  const { id } = await draft({ orgIds: ['ORG1', 'ORG2'], likelyIds: ['ORG2'] })
  const listed = await town.db.select().from(roundBodies).orderBy(asc(roundBodies.partyId))
  expect(listed.map((b) => [b.bloc, b.partyId, b.abstained])).toEqual([
    ['committee', 'C1', null],
    ['organisation', 'ORG1', null],
    ['organisation', 'ORG2', 'interest'],
    ['street', 'S1', null],
    ['centre', 'SC1', null],
  ])
  await changeRound(town.as('clerk'), { id, ...roundInput(needIds) })
  expect(await town.db.select().from(roundBodies)).toEqual([])
  expect(await town.db.select().from(notices)).toEqual([])
})
