import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { minus, sum, zero } from '../../../money.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { publicChanges } from '../change-page.ts'
import { bodyHash } from '../compose.ts'
import { changesOf } from '../find-change.ts'
import { type ContractFacts, findContract } from '../find-contract.ts'
import { personNames } from '../names.ts'
import { contractPage } from '../public-contract.ts'

/** What both sides put their names to: the price and the end before any change. */
async function asSigned(db: Reader, c: ContractFacts) {
  const agreed = (await changesOf(db, c.id)).filter((change) => change.state === 'approved')
  const price = minus(c.price, sum(agreed.map((change) => change.priceBy ?? zero)))
  const to = agreed.find((change) => change.toWas)?.toWas ?? c.to
  return { price, to }
}

async function paperOf(db: Reader, c: ContractFacts, masked: boolean) {
  const signed = await asSigned(db, c)
  return {
    ...(await contractPage(db, c)),
    ...signed,
    masked,
    clauses: c.clauses.map(({ heading, words, secret }) => ({
      heading,
      words: secret && masked ? null : words,
    })),
    /** Whether what is printed is, to the letter, what was signed. */
    whole: bodyHash({ ...c, ...signed }) === c.bodyHash,
    changes: await publicChanges(db, c.id),
    at: c.publishedAt ?? c.buyerSignedAt ?? c.supplierSignedAt ?? c.createdAt,
  }
}

/** 合同文本: in full, for those who are party to it, with who signed. */
export async function contractPaper(ctx: Context, id: string) {
  const c = await findContract(ctx.db, id)
  authorize(ctx.actor, 'contract.read', c)
  const names = await personNames(ctx.db, [c.supplierSignerId, c.buyerSignerId])
  return {
    ...(await paperOf(ctx.db, c, false)),
    supplierSigner: names[c.supplierSignerId ?? ''] ?? null,
    buyerSigner: names[c.buyerSignerId ?? ''] ?? null,
  }
}

/** 合同公告文本: what is published, secrets masked, nobody of either side named. */
export async function publishedPaper(db: Reader, id: string) {
  const c = await findContract(db, id)
  if (!c.publishedAt) throw new Refusal('missing', 'contract-missing')
  return { ...(await paperOf(db, c, true)), supplierSigner: null, buyerSigner: null }
}
export type ContractPaper = Awaited<ReturnType<typeof contractPaper>>
