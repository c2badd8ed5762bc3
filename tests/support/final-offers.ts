import { eq } from 'drizzle-orm'
import { methods } from '#db/schema/index.ts'
import { writeFinal } from '#domain/buy/evaluation/consultation/final-draft.ts'
import { consultationOf, stampOf } from '#domain/buy/evaluation/consultation/find-consultation.ts'
import { sendFinal } from '#domain/buy/evaluation/consultation/send-final.ts'
import { askFinals, writeConsultation } from '#domain/buy/evaluation/consultation/write-consultation.ts'
import { openDue } from '#domain/buy/seal/open-due.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import type { Fen } from '#domain/money.ts'
import { qualifiedTender } from './proposal.ts'
import { type KeeperKey, sharesOfTwo, splitTender } from './seal.ts'
import type { Town } from './world.ts'

export const talk = { words: '三家都问到了助餐点的开放时间：周末上午也开放，按两处点位报价。', days: 2 }

/** A call whose route has the round, its key made, published. */
export const callWithFinals = (town: Town) =>
  splitTender(town, {
    prepare: async (tenderId) => {
      const { methodId } = await findTender(town.db, tenderId)
      const round = { finalOffers: true, minProposals: 2 }
      await town.transact((tx) => tx.update(methods).set(round).where(eq(methods.id, methodId)))
    },
  })

/** Opened, its conditions checked by all: the talks may begin. */
export const beforeTalks = async (town: Town, prices?: Fen[]) =>
  qualifiedTender(town, { tender: await callWithFinals(town), ...(prices ? { prices } : {}) })

/** Written by the first member, confirmed by the second: everybody who is left is asked. */
export async function finalsAsked(town: Town, prices?: Fen[]) {
  const { tender, members } = await beforeTalks(town, prices)
  const tenderId = tender.id
  await writeConsultation(town.as(members[0]!), { tenderId, ...talk, changes: undefined })
  const round = (await consultationOf(town.db, tenderId))!
  await askFinals(town.as(members[1]!), { tenderId, stamp: stampOf(round) })
  return { tender, members, dueAt: (await consultationOf(town.db, tenderId))!.dueAt! }
}

export async function finalBy(town: Town, tenderId: string, n: number, price: Fen, commitment?: string) {
  const ctx = town.as(`signer${n}`)
  await writeFinal(ctx, { tenderId, price, lines: [], commitment })
  return sendFinal(ctx, { tenderId })
}

export const openFinalsBy = async (
  town: Town,
  tenderId: string,
  two: readonly [KeeperKey, KeeperKey] = ['handler', 'auditor'],
) => openDue(town.as(two[0]), { tenderId, ...(await sharesOfTwo(town, tenderId, two)) })
