import { printouts } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { nobody } from '../../who/actor.ts'
import { printoutBy } from './find-printout.ts'
import { contentOf, type PrintoutKind } from './paper-content.ts'

type Issue = { kind: PrintoutKind; subject: string }

/** 编号: keeps the hash of what a paper says now, once for the same words, so that anybody can check the sheet later. */
export const issuePaper = (ctx: Context, { kind, subject }: Issue) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'printout.issue', {})
    const { hash, reads } = await contentOf(tx, kind, subject)
    if (!reads(ctx.actor)) throw new Refusal('missing', 'nothing-here')
    if (await printoutBy(tx, hash)) return { hash }
    const [made] = await tx
      .insert(printouts)
      .values({ kind, subject, hash, issuedAt: ctx.clock.now() })
      .returning({ id: printouts.id })
    // Whose vote a receipt is of must not be told by who stood at the printer when.
    const by = kind === 'receipt' ? { ...ctx, actor: nobody } : ctx
    await record(tx, by, 'printout.issue', { subject: made!.id }, { kind })
    return { hash }
  })
