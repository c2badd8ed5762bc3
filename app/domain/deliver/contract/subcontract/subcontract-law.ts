import { eq, or } from 'drizzle-orm'
import { parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { partiesOfAward } from '../../../buy/proposal/consortium/parties-of.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { Refusal } from '../../../refusal.ts'
import { blocksOf } from '../../../who/standing/blocks-of.ts'
import { indicatorsOf } from '../../milestone/find-milestone.ts'
import type { ContractFacts } from '../find-contract.ts'
import { subcontractsOf } from './find-subcontract.ts'

const bidding: readonly string[] = ['organisation', 'enterprise', 'community_group', 'individual']
type Asked = { id?: string; partyId: string; indicators: readonly string[]; percent: number }

/** The registered body somebody means by its name or its code. */
export async function bodyNamed(db: Reader, typed: string) {
  const found = await db
    .select({ id: parties.id, kind: parties.kind })
    .from(parties)
    .where(or(eq(parties.name, typed), eq(parties.uscc, typed.toUpperCase())))
  const [body] = found.filter(({ kind }) => bidding.includes(kind))
  if (!body) throw new Refusal('invalid', 'subcontract-body-unknown')
  return body.id
}

/** The body is another one, and stands as one that could be awarded a contract itself. */
async function keepBody(db: Reader, ctx: Context, c: ContractFacts, partyId: string) {
  const own = (await partiesOfAward(db, c.awardId)).map((p) => p.partyId)
  if (partyId === c.supplierId || own.includes(partyId)) throw new Refusal('invalid', 'subcontract-own-party')
  const [block] = await blocksOf(db, partyId, dateOf(ctx.clock.now()))
  if (block) throw new Refusal('conflict', 'subcontract-blocked')
}

/** 政府采购法 第四十八条: a part, never the whole, never what is core, each part to one body only. */
export async function keepSubcontractLaw(db: Reader, ctx: Context, c: ContractFacts, asked: Asked) {
  if (c.state !== 'published') throw new Refusal('conflict', 'contract-not-running')
  await keepBody(db, ctx, c, asked.partyId)
  const known = await indicatorsOf(db, c.id)
  const named = (code: string) => known.find((i) => i.code === code)?.name ?? code
  if (asked.indicators.some((code) => !known.some((i) => i.code === code)))
    throw new Refusal('invalid', 'subcontract-indicator-unknown')
  const core = asked.indicators.find((code) => (c.core ?? known.map((i) => i.code)).includes(code))
  if (core) throw new Refusal('invalid', 'subcontract-core', { name: named(core) })
  const others = (await subcontractsOf(db, c.id)).filter((s) => s.id !== asked.id && s.state !== 'declined')
  const taken = asked.indicators.find((code) => others.some((s) => s.indicators.includes(code)))
  if (taken) throw new Refusal('conflict', 'subcontract-part-taken', { name: named(taken) })
  const given = others.reduce((n, s) => n + s.percent, 0)
  if (given + asked.percent >= 100) throw new Refusal('invalid', 'subcontract-whole', { n: given })
}
