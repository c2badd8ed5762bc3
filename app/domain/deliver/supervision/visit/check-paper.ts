import { paperChecks } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { move } from '../../../move.ts'
import { notify } from '../../../notify.ts'
import { openPaper } from '../../../paper-file.ts'
import { pick } from '../../../pick.ts'
import { authorize, may } from '../../../policy/index.ts'
import { bookOf } from '../../../treasury/community-books/find-book.ts'
import { financeOf } from '../../payment/buyer-finance.ts'
import { findPaperCheck, type PaperCheck } from './find-paper.ts'
import type { CheckVoucher } from './forms.ts'
import { voucherCheck } from './voucher-machine.ts'

type Told = { role: Role; partyId: string }
/** Who answers for it: who approves in that book and who watches it; finance of the office that paid the month. */
async function answerers(tx: Tx, { entry, claim, framework }: PaperCheck): Promise<[Told[], string]> {
  if (claim && framework) {
    const { buyerId } = framework
    return [[{ role: await financeOf(tx, buyerId), partyId: buyerId }], `/desk/settlements/${claim.id}`]
  }
  const book = await bookOf(tx, entry!.ownerId)
  const own: Told =
    book?.side === 'station'
      ? { role: 'street_finance', partyId: book.approverId }
      : { role: 'committee_director', partyId: entry!.ownerId }
  const watch = (book?.committeeIds ?? []).map((partyId): Told => ({ role: 'supervision_member', partyId }))
  return [[own, ...watch], `/desk/books/${entry!.id}`]
}

/** 凭证核对 of a book's entry or a month's voucher: what differs is told at once to whoever approved it and whoever watches. */
export const checkPaper = (ctx: Context, { checkId, verdict, words }: CheckVoucher) =>
  ctx.transact(async (tx) => {
    const was = await findPaperCheck(tx, checkId)
    authorize(ctx.actor, `voucherCheck.${verdict}`, was)
    const by = { settledBy: ctx.actor.personId, settledAt: ctx.clock.now() }
    await move(tx, paperChecks, voucherCheck, was, verdict, { words: words || null, ...by })
    const [told, link] = verdict === 'differ' ? await answerers(tx, was) : [[], '']
    for (const one of told) await notify(tx, ctx, one, 'paper-differs', link, { no: was.no })
    await record(tx, ctx, `voucherCheck.${verdict}`, { subject: was.id })
    return { id: was.id }
  })

/** One paper as it stands in its book or its claim. */
export async function paperCheckPage(ctx: Context, id: string) {
  const was = await findPaperCheck(ctx.db, id)
  authorize(ctx.actor, 'inspection.read', was)
  const { entry, voucher, claim } = was
  return {
    ...pick(was, ['id', 'month', 'state', 'words', 'title', 'no']),
    entry: entry && pick(entry, ['title', 'amount', 'on', 'voucherNo', 'kind']),
    voucher: voucher && pick(voucher, ['year', 'dated', 'amount', 'accountTail']),
    claim: claim && pick(claim, ['refNo', 'month', 'amount', 'orders', 'invoiceNo']),
    scan: Boolean(entry?.scanFileId ?? voucher?.scanFileId),
    today: dateOf(ctx.clock.now()),
    mayCheck: was.state === 'drawn' && may(ctx.actor, 'voucherCheck.agree', was),
  }
}

/** The paper itself, for the centre that drew it. */
export async function paperScan(ctx: Context, id: string) {
  const was = await findPaperCheck(ctx.db, id)
  authorize(ctx.actor, 'inspection.read', was)
  const { scanFileId: fileId = null, scanHash: hash = null } = was.entry ?? was.voucher ?? {}
  const { bytes, mime, ending } = await openPaper(ctx, 'voucher', { fileId, hash })
  return { bytes, mime, name: `${was.no}.${ending}` }
}
