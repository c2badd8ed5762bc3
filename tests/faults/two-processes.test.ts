import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { eq } from 'drizzle-orm'
import { afterEach, expect, test } from 'vitest'
import { isPg } from '#db/dialect.ts'
import {
  awards,
  ballotLinks,
  ballots,
  journal,
  ledgerEntries,
  participations,
  payments,
  proposals,
  rollEntries,
  tenderKeys,
  vouchers,
} from '#db/schema/index.ts'
import { witnessOpening } from '#domain/buy/evaluation/witness-opening.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { yuan } from '#domain/money.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { running } from '#tests/support/contract.ts'
import { approved } from '#tests/support/payment.ts'
import { afterDeadline, evaluatedTender, sentProposal } from '#tests/support/proposal.ts'
import type { Outcome, Race, Setting } from '#tests/support/racer.ts'
import { sharesOfTwo, splitTender } from '#tests/support/seal.ts'
import { publishedTender } from '#tests/support/tender.ts'
import { closing, openBox, openRound } from '#tests/support/vote.ts'
import { type Town, world, years } from '#tests/support/world.ts'

/** How often each of the two tries. */
const often = 50
const children: ChildProcess[] = []
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.connected) child.disconnect()
    if (child.exitCode === null) await once(child, 'exit')
  }
})

const tell = async (child: ChildProcess, what: Setting | Race) => {
  const answer = once(child, 'message')
  child.send(what)
  return (await answer)[0] as Outcome
}

/** Two processes with the town's database open: the same act at the same moment, many times in each. */
async function twoProcesses(town: Town) {
  const env = { ...process.env, DATABASE_URL: town.url }
  const one = () => fork('tests/support/racer.ts', { execArgv: ['--import', 'tsx'], env })
  const pair = [one(), one()]
  children.push(...pair)
  await Promise.all(pair.map((child) => tell(child, { url: town.url, years })))
  return async (
    person: string | null,
    act: Race['act'],
    target: Race['target'],
    { formKey, times = often }: { formKey?: string; times?: number } = {},
  ) => {
    const race = { act, target, actor: town.as(person).actor, at: town.clock.now().getTime(), times }
    const outcomes = await Promise.all(pair.map((c) => tell(c, formKey ? { ...race, formKey } : race)))
    expect(outcomes.flatMap((o) => o.broken)).toEqual([])
    return {
      won: outcomes.reduce((sum, o) => sum + o.won, 0),
      refused: outcomes.reduce((sum, o) => sum + o.refused.length, 0),
      answers: [...new Set(outcomes.flatMap((o) => o.answers))],
    }
  }
}
const onlyOne = { won: 1, refused: 2 * often - 1 }
const said = (town: Town, action: string) => town.db.select().from(journal).where(eq(journal.action, action))

/** Only PostgreSQL lets two processes write: a SQLite file belongs to one, and the second is refused at its start. */
const onPostgres = test.skipIf(!isPg)
const why = isPg ? '' : ' (skipped: DATABASE_URL names no PostgreSQL)'

/** Opened once, whoever was first: every proposal has its own number, and there is one record where keys are split. */
async function openedOnce(town: Town, tenderId: string, records: number) {
  const opened = await said(town, 'tender.open')
  expect(opened.filter((line) => line.subject === tenderId)).toHaveLength(1)
  const bids = await town.db.select().from(proposals).where(eq(proposals.tenderId, tenderId))
  expect(bids.map((p) => [p.state, p.alias]).sort()).toEqual(['1', '2', '3'].map((n) => ['opened', n]))
  const keys = await town.db.select().from(tenderKeys).where(eq(tenderKeys.tenderId, tenderId))
  expect(keys.filter((key) => key.recordHash)).toHaveLength(records)
}

onPostgres(
  `two processes racing to open, by two people or by two shares, open once${why}`,
  async () => {
    const town = await world()
    const [simple, split] = [await publishedTender(town), await splitTender(town)]
    for (const call of [simple, split]) for (const n of [1, 2, 3]) await sentProposal(town, call, n)
    town.clock.set(afterDeadline(split))
    await witnessOpening(town.as('supervisor'), { tenderId: simple.id })
    const shares = await sharesOfTwo(town, split.id)
    const race = await twoProcesses(town)
    const once = { won: 1, refused: 15 }
    expect(await race('handler', 'open', { id: simple.id }, { times: 8 })).toMatchObject(once)
    expect(await race('handler', 'unseal', { id: split.id, shares }, { times: 8 })).toMatchObject(once)
    await openedOnce(town, simple.id, 0)
    await openedOnce(town, split.id, 1)
  },
  120_000,
)

onPostgres(
  `two processes racing to award put forward, confirm and publish one${why}`,
  async () => {
    const town = await world()
    const { tender } = await evaluatedTender(town)
    const race = await twoProcesses(town)
    expect(await race('handler', 'propose', { id: tender.id })).toMatchObject(onlyOne)
    const [award, ...others] = await town.db.select().from(awards)
    expect(others).toEqual([])
    expect(await race('approver', 'confirm', { id: award!.id })).toMatchObject(onlyOne)
    expect(await race('handler', 'notify', { id: award!.id })).toMatchObject(onlyOne)
    const bids = await town.db.select().from(proposals).where(eq(proposals.tenderId, tender.id))
    expect(bids.map((p) => p.state).sort()).toEqual(['awarded', 'not_awarded', 'not_awarded'])
    for (const act of ['award.propose', 'award.confirm', 'award.notify'])
      expect(await said(town, act)).toHaveLength(1)
  },
  120_000,
)

onPostgres(
  `two processes casting one slip leave one ballot, and it counts once${why}`,
  async () => {
    const town = await world()
    const round = await openRound(town)
    const [entry] = await town.db.select().from(rollEntries).where(eq(rollEntries.roundId, round.id))
    const race = await twoProcesses(town)
    const cast = { id: round.id, entryId: entry!.id, choices: round.needIds }
    expect(await race(null, 'cast', cast)).toMatchObject({ won: 2 * often, refused: 0 })
    for (const box of [ballots, ballotLinks, participations])
      expect(await town.db.select().from(box)).toHaveLength(1)
    town.clock.set(closing)
    await openBox(town, round.id)
    expect(await town.db.select().from(ballots)).toHaveLength(1)
  },
  120_000,
)

onPostgres(
  `two processes racing to pay pay once, and the ledger balances${why}`,
  async () => {
    const town = await world()
    const { id: contractId, milestones } = await running(town)
    const { id: paymentId } = await approved(town, milestones[0]!.id)
    const race = await twoProcesses(town)
    expect(await race('approver', 'voucher', { id: paymentId })).toMatchObject(onlyOne)
    expect(await town.db.select().from(vouchers)).toHaveLength(1)
    expect((await balancesOf(town.db, { contractId })).in_transit).toBe(yuan(40_000))
    expect(await race('approver', 'receipt', { id: paymentId })).toMatchObject(onlyOne)
    expect(await balancesOf(town.db, { contractId })).toMatchObject({ paid: yuan(40_000), in_transit: 0 })
    const entries = await town.db.select().from(ledgerEntries).where(eq(ledgerEntries.paymentId, paymentId))
    expect(entries.map((e) => e.kind).sort()).toEqual([
      'payment.confirm',
      'payment.request',
      'payment.submit',
    ])
    expect(await verifyLedger(town.db)).toMatchObject({ holds: true })
  },
  120_000,
)

onPostgres(
  `two processes asking for the same money ask once; under one form key both get one answer${why}`,
  async () => {
    const town = await world()
    const [one, two] = [await running(town), await running(town)]
    const race = await twoProcesses(town)
    expect(await race('editor1', 'request', { id: one.milestones[0]!.id })).toMatchObject(onlyOne)
    const same = await race(
      'editor1',
      'request',
      { id: two.milestones[0]!.id },
      {
        formKey: 'one-form-key-sent-by-both',
      },
    )
    expect(same).toMatchObject({ won: 2 * often, refused: 0 })
    expect(same.answers).toHaveLength(1)
    expect(await town.db.select().from(payments)).toHaveLength(2)
    expect(await verifyLedger(town.db)).toMatchObject({ holds: true })
  },
  120_000,
)
