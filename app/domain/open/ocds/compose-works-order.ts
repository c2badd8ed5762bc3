import type { Reader } from '#db/store.ts'
import { type Fen, sum } from '../../money.ts'
import { listedOf, worksPage } from './compose-minor.ts'
import type { Who } from './compose-parties.ts'
import type { Minor } from './find-other-ways.ts'
import type { Process } from './find-process.ts'
import { labels } from './labels-data.ts'
import { instantOf, type Json, known, moneyOf } from './words.ts'

type Part = Minor['parts'][number]
const titled = ({ id, title }: Part) => ({ id, title })
function implementationOf(p: Process, who: Who, supplierId: string) {
  const { work, parts } = p.minor!
  const met = (m: Part) => m.state === 'accepted' || m.state === 'paid'
  const paid = parts.filter((m) => m.state === 'paid')
  const last = paid.map((m) => m.paidAt!).sort((a, b) => b.getTime() - a.getTime())[0]
  const over = work.state === 'finished'
  return known({
    milestones: parts.map((m) =>
      known({
        ...titled(m),
        type: 'delivery',
        status: met(m) ? 'met' : 'scheduled',
        dateMet: met(m) ? instantOf(m.acceptedAt) : null,
      }),
    ),
    transactions: paid.map((m) => ({
      id: m.id,
      date: instantOf(m.paidAt),
      value: moneyOf(m.amount),
      payer: who.of(p.buyer.id),
      payee: who.of(supplierId),
      relatedImplementationMilestone: titled(m),
    })),
    endDate: over ? instantOf(last) : null,
    finalValue: over ? moneyOf(sum(paid.map((m): Fen => m.amount))) : null,
  })
}

/** 订单: signed by the supplier; each part accepted on the spot and paid. */
export async function worksOrderOf(_db: Reader, p: Process, who: Who): Promise<Json> {
  const { work, quotes } = p.minor!
  const chosen = quotes.find((q) => q.id === work.quoteId)
  if (!work.signedAt || !chosen) return {}
  const contract = {
    id: work.refNo,
    awardID: chosen.id,
    title: work.title,
    status: work.state === 'finished' ? 'terminated' : 'active',
    value: moneyOf(work.price!),
    dateSigned: instantOf(work.signedAt),
    items: listedOf(p.minor!),
    documents: [
      {
        id: 'signed',
        documentType: 'contractSigned',
        title: labels.worksOrder,
        ...worksPage(p, work.signedAt),
      },
    ],
    implementation: implementationOf(p, who, chosen.supplierId),
  }
  return { contracts: [contract] }
}
