import type { Reader } from '#db/store.ts'
import type { callsOf } from '../../cofund/ask-provider.ts'
import { frozenBy } from '../../supervision/frozen.ts'
import { findPayment } from '../find-payment.ts'
import { factsOf, isDisputed } from './payment-facts.ts'

type Call = Awaited<ReturnType<typeof callsOf>>[number]

/** 暂缓拨付、争议中: what was paid in stays with the provider while a finding holds the contract's money, or the payer's bank asks it back. */
export async function isHeldBack(db: Reader, { kind, paymentId }: Call): Promise<boolean> {
  if (kind !== 'release' || !paymentId) return false
  if (isDisputed(await factsOf(db, paymentId))) return true
  const { contractId } = await findPayment(db, paymentId)
  return (await frozenBy(db, contractId)).length > 0
}
