import { randomUUID } from 'node:crypto'
import { createCookie } from '@remix-run/node'
import { and, eq } from 'drizzle-orm'
import { openWorld } from '#app/world.server.ts'
import { needs, parties, places, rollEntries, roundItems, rounds } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { handOut } from '#domain/ask/vote/paper.ts'
import type { Context } from '#domain/context.ts'
import { yuan } from '#domain/money.ts'
import { nobody } from '#domain/who/actor.ts'

const ITEMS = 8
const CHOICES = 3
const HOUR = 3_600_000

type Place = { databaseUrl: string; filesFolder: string; secret: string; voters: number }

/** An open round in the demo district, and for every voter a marked ballot paper as a browser would hold it. */
export async function openPollingPlace({ databaseUrl, filesFolder, secret, voters }: Place) {
  const rest = {
    port: 0,
    host: '',
    hosts: undefined,
    origin: undefined,
    trustProxy: undefined,
    sms: undefined,
    logLevel: 'silent',
  }
  const world = await openWorld({ ...rest, databaseUrl, filesFolder, secret, demo: 'empty' })
  const { db, transact, scrub } = world.store
  const ctx: Context = { ...world, db, transact, scrub, calendar: world.calendar(), actor: nobody }
  const [roundId, entryIds] = [randomUUID(), Array.from({ length: voters }, () => randomUUID())]
  const needIds = Array.from({ length: ITEMS }, () => randomUUID())
  await transact(async (tx) => {
    await openRound(tx, ctx, roundId, needIds)
    for (let at = 0; at < voters; at += 500) {
      const some = entryIds.slice(at, at + 500)
      await tx
        .insert(rollEntries)
        .values(some.map((id) => ({ id, roundId, codeHash: id, label: '住户', householdKey: id })))
    }
  })
  const cookie = createCookie('paper')
  const papers = await Promise.all(
    entryIds.map(async (entryId, nth) => {
      const choices = Array.from({ length: CHOICES }, (_, more) => needIds[(nth + more) % ITEMS]!)
      const paper = handOut(ctx, { roundId, entryId, choices, castAt: null })
      return (await cookie.serialize(paper)).split(';', 1)[0]!
    }),
  )
  await world.close()
  return { roundId, papers }
}

async function openRound(tx: Tx, ctx: Context, roundId: string, needIds: string[]) {
  const [place] = await tx.select().from(places).where(eq(places.level, 'community')).limit(1)
  if (!place) throw new Error('the demo district has no community')
  const isItsCommittee = and(eq(parties.placeId, place.id), eq(parties.kind, 'committee'))
  const [committee] = await tx.select().from(parties).where(isItsCommittee)
  const at = { communityId: place.id, committeeId: committee!.id, streetId: committee!.streetId! }
  const now = ctx.clock.now().getTime()
  await tx.insert(needs).values(needIds.map((id, nth) => needRow(id, nth, at, ctx.clock.now())))
  await tx.insert(rounds).values({
    id: roundId,
    refNo: `B-${roundId.slice(0, 8)}`,
    name: '基准',
    ...at,
    budget: yuan(300_000),
    maxChoices: CHOICES,
    budgetCapped: false,
    unit: 'household',
    electorate: '本社区',
    thresholdPercent: 50,
    quorumPercent: 10,
    households: 1_000,
    opensAt: new Date(now - HOUR),
    closesAt: new Date(now + 24 * HOUR),
    state: 'sealed',
    ...ctx.vault.freshKey(),
    createdBy: 'bench',
    createdAt: new Date(now - HOUR),
  })
  await tx
    .insert(roundItems)
    .values(
      needIds.map((needId, ordinal) => ({ id: randomUUID(), roundId, needId, ordinal, cost: yuan(60_000) })),
    )
}

const needRow = (
  id: string,
  nth: number,
  at: { communityId: string; committeeId: string; streetId: string },
  createdAt: Date,
): typeof needs.$inferInsert => ({
  id,
  refNo: `B-${id.slice(0, 8)}`,
  ...at,
  gridIds: [],
  category: 'ELDER',
  itemType: 'service',
  title: `需求${nth + 1}`,
  evidence: '基准',
  targetGroup: '高龄老人',
  beneficiaries: 100,
  outcome: '就近用餐',
  estimate: yuan(60_000),
  urgency: 3,
  severity: 3,
  negativeAnswers: {},
  state: 'accepted',
  draftedBy: 'bench',
  createdAt,
})
