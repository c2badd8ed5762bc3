import { submitProposal } from '#domain/buy/proposal/submit-proposal.ts'
import { nameWorker } from '#domain/buy/proposal/team.ts'
import {
  confirmOrganisation,
  giveIntegrity,
  promiseIndicators,
  writeBudget,
  writePart,
} from '#domain/buy/proposal/write-sections.ts'
import type { TenderFacts } from '#domain/buy/tender/find-tender.ts'
import { yuan } from '#domain/money.ts'
import { publishedTender } from './tender.ts'
import type { Town } from './world.ts'

/** A micro grant of the street: its plan says why one person alone is suited. */
export const streetGrant = (town: Town) =>
  publishedTender(town, {
    plan: {
      methodId: 'MICRO_GRANT-1',
      amount: yuan(30_000),
      title: '认知症家属互助小组',
      individualReason: '家属互助小组，需持证社工持续带领',
    },
    words: { paymentTemplate: 'PT-64' },
  })

/** Everything a licensed social worker alone writes; he leads his own team, so he has said yes. */
export async function writtenAlone(town: Town, tender: TenderFacts) {
  const ctx = town.as('soloist')
  const tenderId = tender.id
  await confirmOrganisation(ctx, { tenderId, contact: '本人电话见登记' })
  await nameWorker(ctx, { tenderId, certNo: 'T-4', leads: true })
  for (const { code, kind } of tender.criteria)
    if (kind !== 'formula')
      await writePart(ctx, { tenderId, code, words: `每周一次家属小组，${code} 一项写得清清楚楚。` })
  const price = yuan(28_000)
  await writeBudget(ctx, { tenderId, price, lines: [{ kind: 'activity', label: '小组活动', amount: price }] })
  const promised = tender.indicators.map(({ code, target }) => ({ code, value: target }))
  await promiseIndicators(ctx, { tenderId, promised })
  await giveIntegrity(ctx, { tenderId })
}

export async function sentAlone(town: Town, tender: TenderFacts) {
  await writtenAlone(town, tender)
  return submitProposal(town.as('soloist'), { tenderId: tender.id, keepDraft: false })
}
