import { contractTemplates } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { contractTemplate } from '../templates-data.ts'
import { versionsOf } from './find-template.ts'
import type { ReviseTemplate } from './forms.ts'
import { keepTemplateLaw, templateHash } from './template-law.ts'

/** 修订示范文本: a new version from a date on; what was drawn up keeps the version it was drawn from. */
export const reviseTemplate = (ctx: Context, typed: ReviseTemplate) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'contractTemplate.revise', {})
    const clauses = typed.clauses.map(({ routes, ...clause }) =>
      routes.length > 0 ? { ...clause, routes } : clause,
    )
    keepTemplateLaw(clauses)
    const last = (await versionsOf(tx)).at(-1)
    const hash = templateHash(clauses)
    if (last?.hash === hash) throw new Refusal('conflict', 'contract-template-same')
    if (typed.from < dateOf(ctx.clock.now()) || (last && typed.from < last.from))
      throw new Refusal('invalid', 'contract-template-from-past')
    const version = (last?.version ?? 0) + 1
    const { code } = contractTemplate
    const id = `${code}-${version}`
    const { basis, from, ground } = typed
    const by = { revisedBy: ctx.actor.personId, at: ctx.clock.now() }
    await tx
      .insert(contractTemplates)
      .values({ id, code, version, clauses, basis, from, ground, hash, ...by })
    await record(tx, ctx, 'contractTemplate.revise', { subject: id }, { hash })
    return { id }
  })
