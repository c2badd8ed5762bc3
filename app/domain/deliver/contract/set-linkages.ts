import { and, eq } from 'drizzle-orm'
import { linkages } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { struckIn } from '../../masked-words.ts'
import { notify } from '../../notify.ts'
import { Refusal } from '../../refusal.ts'
import type { ContractWords } from './forms.ts'
import { workersFor } from './workers-for.ts'

type Of = { id: string; supplierId: string; tenderId: string; committeeIds: readonly string[] }

/** The card's three sectors, each with its duty and what it brings. */
const sidesOf = ({ id, supplierId }: Of, words: ContractWords): Array<typeof linkages.$inferInsert> => {
  const of = { contractId: id, goal: words.goal }
  return [
    {
      ...of,
      sector: 'community',
      partyId: words.committeeId,
      duty: words.communityDuty,
      contribution: words.communityContribution,
    },
    {
      ...of,
      sector: 'organisation',
      partyId: supplierId,
      duty: words.organisationDuty,
      contribution: words.organisationContribution,
    },
    {
      ...of,
      sector: 'social_worker',
      partyId: supplierId,
      personId: words.workerId,
      duty: words.workerDuty,
      contribution: words.workerContribution,
    },
  ]
}

/** Writes the three sectors of the 联动卡 anew, none of them confirmed, and asks each to confirm. */
export async function setLinkages(tx: Tx, ctx: Context, contract: Of, words: ContractWords) {
  if (!contract.committeeIds.includes(words.committeeId)) throw new Refusal('invalid', 'linkage-committee')
  const workers = await workersFor(tx, { ...contract, on: dateOf(ctx.clock.now()) })
  if (!workers.some((w) => w.id === words.workerId)) throw new Refusal('invalid', 'linkage-worker')
  await tx.delete(linkages).where(eq(linkages.contractId, contract.id))
  await tx
    .insert(linkages)
    .values(sidesOf(contract, words).map((side) => struckIn(side, ['goal', 'duty', 'contribution'])))
  const link = `/work/${contract.id}/linkage`
  await notify(
    tx,
    ctx,
    { role: 'committee_director', partyId: words.committeeId },
    'linkage-to-confirm',
    link,
  )
  await notify(tx, ctx, { role: 'org_signer', partyId: contract.supplierId }, 'linkage-to-confirm', link)
  await notify(tx, ctx, { personId: words.workerId }, 'linkage-to-confirm', link)
}

/** One sector of a contract's card. */
export const linkageOf = async (
  tx: Tx,
  contractId: string,
  sector: 'community' | 'organisation' | 'social_worker',
) => {
  const [found] = await tx
    .select()
    .from(linkages)
    .where(and(eq(linkages.contractId, contractId), eq(linkages.sector, sector)))
  if (!found) throw new Refusal('missing', 'linkage-missing')
  return found
}
