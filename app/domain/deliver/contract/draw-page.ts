import { inArray } from 'drizzle-orm'
import { parties } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { dueOf } from '../../due.ts'
import { authorize } from '../../policy/index.ts'
import { figuresOf } from './draw-up-contract.ts'
import { findContract } from './find-contract.ts'
import { contractTemplate } from './templates-data.ts'
import { type TermsOfAward, termsOfAward } from './terms-of-award.ts'
import { workersFor } from './workers-for.ts'

async function pageOf(ctx: Context, terms: TermsOfAward, named: readonly string[] = []) {
  const { award, tender, plan, supplier, around } = terms
  const on = dateOf(ctx.clock.now())
  const bodies = await ctx.db
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(inArray(parties.id, around.committeeIds))
  const { milestones, indicators, core, price, from, to } = figuresOf(terms, named)
  return {
    title: tender.title,
    supplier: supplier.name,
    buyer: terms.buyer.name,
    goals: plan.goals,
    milestones,
    indicators,
    core,
    price,
    from,
    to,
    committees: bodies,
    workers: await workersFor(ctx.db, { supplierId: supplier.id, tenderId: tender.id, on }),
    due: award.notifiedAt ? await dueOf(ctx.db, ctx, 'SIGN_CONTRACT', dateOf(award.notifiedAt)) : null,
  }
}

/** What a handler sees before drawing up: the award's figures, and who may be named. */
export async function drawPage(ctx: Context, awardId: string) {
  const terms = await termsOfAward(ctx.db, awardId)
  authorize(ctx.actor, 'contract.draw_up', terms)
  return pageOf(ctx, terms)
}

/** The same for a draft, with what was written. */
export async function revisePage(ctx: Context, contractId: string) {
  const contract = await findContract(ctx.db, contractId)
  authorize(ctx.actor, 'contract.revise', contract)
  const side = (sector: string) => contract.linkages.find((l) => l.sector === sector)
  const clause = (heading: string) => contract.clauses.find((c) => c.heading === heading)?.words ?? ''
  const [community, organisation, worker] = [side('community'), side('organisation'), side('social_worker')]
  const written = {
    committeeId: community?.partyId ?? '',
    workerId: worker?.personId ?? '',
    goal: community?.goal ?? '',
    communityDuty: community?.duty ?? '',
    communityContribution: community?.contribution ?? '',
    organisationDuty: organisation?.duty ?? '',
    organisationContribution: organisation?.contribution ?? '',
    workerDuty: worker?.duty ?? '',
    workerContribution: worker?.contribution ?? '',
    special: clause(contractTemplate.special),
    contacts: clause(contractTemplate.contacts),
  }
  return {
    ...(await pageOf(ctx, await termsOfAward(ctx.db, contract.awardId), contract.core ?? [])),
    id: contract.id,
    state: contract.state,
    written,
  }
}
