import { and, eq } from 'drizzle-orm'
import { contracts } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { bodyHash, compose } from './compose.ts'
import { figuresOf } from './draw-up-contract.ts'
import { findContract } from './find-contract.ts'
import type { ContractWords } from './forms.ts'
import { keepWordsLaw } from './keep-words-law.ts'
import { setLinkages } from './set-linkages.ts'
import { templateOf } from './template/find-template.ts'
import { termsOfAward } from './terms-of-award.ts'

/** Rewrites a draft's words and sectors before anyone signed; what was confirmed is asked again. */
export const reviseContract = (ctx: Context, input: ContractWords & { contractId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findContract(tx, input.contractId)
    authorize(ctx.actor, 'contract.revise', was)
    if (was.state !== 'draft') throw new Refusal('conflict', 'contract-no-longer-draft')
    const terms = await termsOfAward(tx, was.awardId)
    keepWordsLaw(input)
    const figures = figuresOf(terms, input.core ?? was.core ?? [])
    const template = await templateOf(tx, was.template)
    // 续签: the clause of the new year stays in front; everything after it is rewritten.
    const ofYear = was.year > 1 ? was.clauses.slice(0, 1) : []
    const written = await compose(tx, { on: dateOf(was.createdAt), template }, figures, input)
    const clauses = [...ofYear, ...written]
    await tx
      .update(contracts)
      .set({ clauses, core: figures.core, bodyHash: bodyHash({ ...was, clauses }) })
      .where(and(eq(contracts.id, was.id), eq(contracts.state, 'draft')))
    await setLinkages(tx, ctx, { ...was, committeeIds: terms.around.committeeIds }, input)
    await record(tx, ctx, 'contract.revise', { subject: was.id, threadId: was.planId })
    return { id: was.id }
  })
