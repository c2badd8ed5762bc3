import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  consortiumMembers,
  journal,
  needEvidence,
  planNeeds,
  proposals,
  roundBodies,
  rounds,
  surveys,
} from '#db/schema/index.ts'
import { announceRound } from '#domain/ask/vote/announce-round.ts'
import { askedBodies } from '#domain/ask/vote/bodies.ts'
import { closeBox } from '#domain/ask/vote/close-box.ts'
import { countRound } from '#domain/ask/vote/count-round.ts'
import { deskOfVote } from '#domain/ask/vote/desk.ts'
import { drawRoundLot } from '#domain/ask/vote/draw-lot.ts'
import { findCounted, recount } from '#domain/ask/vote/find-result.ts'
import { findRound } from '#domain/ask/vote/find-round.ts'
import { manifestOf } from '#domain/ask/vote/manifest.ts'
import { readResult } from '#domain/ask/vote/read-result.ts'
import { readRound } from '#domain/ask/vote/read-round.ts'
import { roundPb } from '#domain/ask/vote/round-pb.ts'
import { sealRound } from '#domain/ask/vote/seal-round.ts'
import { abstainBody, readSign, signBallot } from '#domain/ask/vote/sign-ballot.ts'
import { unsurveyed } from '#domain/ask/vote/survey-links.ts'
import { besideOf, besideWords } from '#domain/ask/vote/verify-beside.ts'
import { manifestOfVersion } from '#domain/ask/vote/versions.ts'
import { confirmOrganisation } from '#domain/buy/proposal/write-sections.ts'
import { checksOf, faultsOf, filesOf, publishedFiles } from '#tests/support/round-files.ts'
import { refused, vote } from '#tests/support/round-votes.ts'
import { publishedTender } from '#tests/support/tender.ts'
import {
  closing,
  countedRound,
  draftedRound,
  keysOf,
  openRound,
  type ReadyRound,
  sealedRound,
} from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

const joint = {
  costs: [100_000, 150_000, 140_000],
  rule: 'greedy' as const,
  quorumPercent: 0,
  weightResident: 50,
  weightCommittee: 10,
  weightCentre: 10,
  weightStreet: 10,
  weightOrganisation: 20,
  orgIds: ['ORG1', 'ORG2', 'ORG3'],
  likelyIds: ['ORG3'],
}
const open = (town: Town) => openRound(town, joint)
const sign = (town: Town, round: ReadyRound, who: string, items: number[]) =>
  signBallot(town.as(who), { roundId: round.id, choices: items.map((i) => round.needIds[i] ?? 'nowhere') })

test('each body votes by who speaks for it, changes it until the close, and nobody else does', async () => {
  const town = await world()
  const round = await open(town)
  for (const who of ['clerk', 'handler', 'editor1', 'resident1', 'centreAuditor', 'auditor'])
    expect(await refused(sign(town, round, who, [0])), who).toBe('needs-another-seat')
  for (const who of ['director2', 'signer4'])
    expect(await refused(sign(town, round, who, [0])), who).toBe('not-your-body')
  expect(await refused(signBallot(town.as(null), { roundId: round.id, choices: [] }))).toBe('sign-in-first')
  expect(await refused(sign(town, round, 'signer1', []))).toBe('body-chose-nothing')
  expect(await refused(sign(town, round, 'signer1', [9]))).toBe('not-on-the-ballot')
  for (const who of ['director', 'centre', 'approver', 'signer1']) await sign(town, round, who, [1])
  await sign(town, round, 'signer1', [2, 1])
  expect((await readSign(town.as('signer1'), round.id)).chosen).toEqual([round.needIds[1], round.needIds[2]])
  expect(await refused(readSign(town.as('signer4'), round.id))).toBe('not-your-body')
  expect(await refused(sign(town, round, 'signer3', [0]))).toBe('body-abstained')
  town.clock.set(closing)
  expect(await refused(sign(town, round, 'signer1', [0]))).toBe('round-closed')
})

test('a body’s ballot is signed in the journal by its side, and what it chose is nowhere before the result', async () => {
  const town = await world()
  const round = await open(town)
  await sign(town, round, 'signer1', [0])
  const [told] = await town.db.select().from(journal).where(eq(journal.action, 'ballot.sign'))
  expect(told).toMatchObject({ actorId: 'signer1', partyId: 'ORG1', detail: { bloc: 'organisation' } })
  expect(JSON.stringify(told!.detail)).not.toContain('XQ')
  expect(JSON.stringify(await readRound(town.as('director'), round.id))).not.toContain('choices')
})

test('five sides are counted by their own ballots and weights, each raw count kept', async () => {
  const town = await world()
  const round = await open(town)
  for (let i = 0; i < 4; i += 1) await vote(town, round, i, i < 3 ? [0] : [1])
  await sign(town, round, 'director', [1])
  await sign(town, round, 'centre', [1])
  await sign(town, round, 'approver', [1])
  await sign(town, round, 'signer1', [1])
  await abstainBody(town.as('signer2'), { roundId: round.id })
  expect(await refused(sign(town, round, 'signer2', [1]))).toBe('body-abstained')
  await countedRound(town, round)
  const { tally } = await recount(town.db, await findCounted(town.as('director'), round.id))
  expect(tally.steps.map((s) => [s.votes, s.score, s.outcome])).toEqual([
    [1, 62.5, 'selected'],
    [3, 37.5, 'selected'],
    [0, 0, 'no_money'],
  ])
  const sealed = (await town.db.select().from(rounds).where(eq(rounds.id, round.id)))[0]!
  const lined = { ...sealed, rule: 'greedy_threshold' as const, thresholdPercent: 50 }
  const found = await recount(town.db, await findCounted(town.as('director'), round.id))
  expect(roundPb(lined, found.slate, found.opened, { rule: found.rule, selected: [] })).not.toMatch(
    /threshold;/,
  )
  expect(tally.steps[0]!.joint).toEqual([
    { bloc: 'resident', weight: 50, votes: 1, ballots: 4 },
    { bloc: 'committee', weight: 10, votes: 1, ballots: 1 },
    { bloc: 'centre', weight: 10, votes: 1, ballots: 1 },
    { bloc: 'street', weight: 10, votes: 1, ballots: 1 },
    { bloc: 'organisation', weight: 20, votes: 1, ballots: 1 },
  ])
  await announceRound(town.as('director'), { roundId: round.id })
  const { bodies } = await readResult(town.as(null), round.id)
  expect(bodies.filter((b) => b.abstainsSealed).length).toBe(1)
  const of = (bloc: string) =>
    bodies.filter((b) => b.bloc === bloc).map((b) => [b.choices?.length ?? null, b.abstained])
  expect(of('committee')).toEqual([[1, null]])
  expect(of('organisation').sort()).toEqual(
    [
      [1, null],
      [null, 'interest'],
      [null, 'interest'],
    ].sort(),
  )
})

test('who declared before the seal that it abstains stands in the manifest; a ballot of its own would not pass a stranger', async () => {
  const town = await world()
  const round = await open(town)
  await vote(town, round, 0, [0])
  await sign(town, round, 'signer1', [0])
  await abstainBody(town.as('signer2'), { roundId: round.id })
  const words = await manifestOfVersion(town.db, round.id, 1)
  const out = ({ bodies }: { bodies: Array<{ id: string; abstains?: boolean }> }) =>
    bodies.filter((b) => b.abstains).map((b) => b.id)
  expect(out(JSON.parse(words))).toEqual(['ORG3'])
  expect((await askedBodies(town.db, round.id)).filter((b) => b.abstains).length).toBe(1)
  await countedRound(town, round)
  await announceRound(town.as('director'), { roundId: round.id })
  const files = await publishedFiles(town, round.id)
  expect(faultsOf(files)).toEqual([])
  const { comparison } = await readResult(town.as(null), round.id)
  expect(besideOf(filesOf(files))).toEqual(comparison)
  expect(besideWords(filesOf(files))).toMatch(/^for reading only, equal shares would give XQ-.*, \d+ fen$/)
  const told = /^2 bodies abstain, 1 of them since the seal/
  expect(checksOf(files).filter(({ say }) => told.test(say))).toHaveLength(1)
  const blocs = JSON.parse(files.get('blocs.json')!)
  const third = blocs.bodies.find((b: { id: string }) => b.id === 'ORG3')
  for (const wrong of [
    { choices: ['XQ-2026-000001'] },
    { abstained: null },
    { abstained: null, choices: [] },
  ]) {
    const bodies = blocs.bodies.map((b: object) => (b === third ? { ...b, ...wrong } : b))
    const faults = faultsOf(new Map([...files, ['blocs.json', JSON.stringify({ ...blocs, bodies })]]))
    expect(faults.join()).toContain('no ballot of theirs counts')
  }
  // What was sealed before such words were written keeps its seal.
  await town.transact((tx) => tx.update(roundBodies).set({ abstainsSealed: null }))
  expect(await manifestOf(town.db, await findRound(town.db, round.id))).toBe(
    words.replace('"abstains":true,', ''),
  )
})

/** ORG1 begins a proposal to the tender, which buys the need. */
async function bidFor(town: Town, { id: tenderId, planId }: { id: string; planId: string }, needId: string) {
  await town.transact((tx) => tx.insert(planNeeds).values({ planId, needId }))
  await confirmOrganisation(town.as('signer1'), { tenderId, contact: '联系人' })
}

/** ORG1 asks ORG2 into the proposal; a partner who has said yes sits in it. */
const partnered = (town: Town, { id: tenderId }: { id: string }, sits: boolean) =>
  town.transact(async (tx) => {
    const [own] = await tx.select().from(proposals).where(eq(proposals.tenderId, tenderId))
    const sitsIn = sits ? `${tenderId} ORG2` : null
    await tx.delete(consortiumMembers)
    const member = { proposalId: own!.id, tenderId, partyId: 'ORG2', ordinal: 1, sitsIn }
    await tx.insert(consortiumMembers).values(member)
  })

test('a body with a proposal to what is on the ballot abstains, before it votes and after', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const round = await open(town)
  await sign(town, round, 'signer2', [1])
  await vote(town, round, 0, [0])
  await sign(town, round, 'signer1', [0])
  await bidFor(town, tender, round.needIds[0]!)
  expect(await refused(sign(town, round, 'signer1', [1]))).toBe('body-has-interest')
  await partnered(town, tender, true)
  expect(await refused(sign(town, round, 'signer2', [1]))).toBe('body-has-interest')
  await partnered(town, tender, false)
  await sign(town, round, 'signer2', [1])
  await countedRound(town, round)
  const [body] = await town.db.select().from(roundBodies).where(eq(roundBodies.partyId, 'ORG1'))
  expect(body).toMatchObject({ abstained: 'interest', choices: null })
  const { tally } = await recount(town.db, await findCounted(town.as('director'), round.id))
  const sides = tally.steps[0]!.joint!
  expect(sides.find((s) => s.bloc === 'organisation')).toMatchObject({ ballots: 1 })
})

test('the lot is drawn once, after the close, by the director, and nothing is opened before it', async () => {
  const town = await world()
  const round = await sealedRound(town, { tieOrder: 'lot', quorumPercent: 0, costs: [160_000, 160_000] })
  const draw = (who: string) => refused(drawRoundLot(town.as(who), { roundId: round.id }))
  town.clock.set(new Date('2026-03-10T09:00:00+08:00'))
  for (const voter of [0, 1]) await vote(town, round, voter, [0, 1])
  expect(await draw('director')).toBe('round-not-closed-yet')
  town.clock.set(closing)
  expect(await draw('clerk')).toBe('needs-another-seat')
  expect(await draw('director2')).toBe('not-your-body')
  await closeBox(town.as('director'), { roundId: round.id })
  const count = async () =>
    countRound(town.as('director'), { roundId: round.id, keys: await keysOf(town, round.id) })
  expect(await refused(count())).toBe('lot-not-drawn')
  expect(await draw('director')).toBe('not refused')
  expect(await draw('director')).toBe('lot-drawn')
  const [told] = await town.db.select().from(journal).where(eq(journal.action, 'round.draw_lot'))
  const { round: shown } = await readRound(town.as(null), round.id)
  expect(told!.detail).toEqual({ lotSeed: shown.lotSeed })
  await count()
  const { tally } = await recount(town.db, await findCounted(town.as('director'), round.id))
  expect(tally.steps.map((s) => s.outcome)).toEqual(['selected', 'no_money'])
})

test('a round that settles ties otherwise has no lot', async () => {
  const town = await world()
  const round = await sealedRound(town)
  town.clock.set(closing)
  expect(await refused(drawRoundLot(town.as('director'), { roundId: round.id }))).toBe('no-lot-here')
})

test('a body’s desk asks for its ballot while the round is open, and no more once it voted or abstains', async () => {
  const town = await world()
  const round = await open(town)
  const asked = async (who: string) =>
    (await deskOfVote(town.db, town.as(who))).filter((i) => i.key === 'round.sign').map((i) => i.link)
  for (const who of ['director', 'centre', 'approver', 'signer1'])
    expect(await asked(who), who).toEqual([`/desk/rounds/${round.id}/sign`])
  for (const who of ['clerk', 'handler', 'editor1', 'signer3', 'signer4', 'resident1'])
    expect(await asked(who), who).toEqual([])
  await sign(town, round, 'signer1', [0])
  await abstainBody(town.as('centre'), { roundId: round.id })
  expect(await asked('signer1')).toEqual([])
  expect(await asked('centre')).toEqual([])
  town.clock.set(closing)
  expect(await asked('approver')).toEqual([])
})

test('a joint selection is not fixed with an item that no reported survey of the community stands behind', async () => {
  const town = await world()
  const { id, needIds } = await draftedRound(town, joint)
  const seal = () => refused(sealRound(town.as('director'), { roundId: id }))
  const other = await town.db.select().from(needEvidence)
  await town.transact((tx) => tx.delete(needEvidence).where(eq(needEvidence.needId, needIds[1]!)))
  expect(await seal()).toBe('joint-item-without-survey')
  const round = await findRound(town.db, id)
  expect((await unsurveyed(town.db, round)).map(({ needId }) => needId)).toEqual([needIds[1]])
  expect(await unsurveyed(town.db, { ...round, blocs: null })).toEqual([])
  await town.transact((tx) => tx.insert(needEvidence).values({ ...other[1]!, kind: 'meeting' }))
  expect(await seal()).toBe('joint-item-without-survey')
  await town.transact((tx) => tx.update(needEvidence).set({ kind: 'survey' }))
  for (const wrong of [{ communityId: 'C2' }, { state: 'closed' as const }]) {
    await town.transact((tx) => tx.update(surveys).set(wrong))
    expect(await seal()).toBe('joint-item-without-survey')
    await town.transact((tx) => tx.update(surveys).set({ communityId: 'C1', state: 'reported' }))
  }
  expect(await seal()).toBe('not refused')
})
