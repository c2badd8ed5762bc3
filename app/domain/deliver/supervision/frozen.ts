import { and, eq, inArray } from 'drizzle-orm'
import { findings } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import type { Finding } from './find-finding.ts'

const standing = ['fix_ordered', 'proof_given', 'escalated'] as const

/** Whether a finding holds the contract's money now: ordered with a freeze, and not verified yet. */
export const holdsMoney = ({ freezes, state }: Pick<Finding, 'freezes' | 'state'>) =>
  freezes && (standing as readonly string[]).includes(state)

/** What holds a contract's money back now. */
export const frozenBy = (db: Reader, contractId: string) =>
  db
    .select({ id: findings.id, words: findings.words })
    .from(findings)
    .where(
      and(
        eq(findings.contractId, contractId),
        eq(findings.freezes, true),
        inArray(findings.state, [...standing]),
      ),
    )

/** 暂缓拨付: no step of a payment is taken while a finding of that contract holds its money. */
export async function refuseFrozen(db: Reader, contractId: string) {
  const held = await frozenBy(db, contractId)
  if (held.length > 0) throw new Refusal('conflict', 'money-frozen', { n: held.length })
}
