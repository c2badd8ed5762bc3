import { eq } from 'drizzle-orm'
import { contracts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, startOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import type { Contract } from '../contract/find-contract.ts'
import { contractsOf } from '../contract/list-contracts.ts'
import { isAhead, isRatedLow, signsOf, thresholdsOf } from './signs.ts'

/** 预警: what the signs of a contract say out loud, with the figures it rests on. */
export type Warning = {
  code: 'silent' | 'ahead' | 'rating'
  facts: Record<string, number>
}
const runs = (c: Contract, today: string) => c.state === 'published' && c.from <= today && today <= c.to

/** The warnings of one contract on a day; none before it begins nor after it ends. */
export async function warningsOf(db: Reader, c: Contract, today: string): Promise<Warning[]> {
  if (!runs(c, today)) return []
  const at = await thresholdsOf(db, today)
  const signs = await signsOf(db, c, today)
  const { silent, rating, raters, paid, done } = signs
  return [
    ...(silent >= at.silent ? [{ code: 'silent' as const, facts: { n: silent, least: at.silent } }] : []),
    ...(isAhead(signs, at) ? [{ code: 'ahead' as const, facts: { paid, done, least: at.ahead } }] : []),
    ...(isRatedLow(signs, at)
      ? [{ code: 'rating' as const, facts: { mean: rating!, n: raters, least: at.rating } }]
      : []),
  ]
}

/** What the public page of a project warns of. */
export async function warningsOfContract(db: Reader, contractId: string, today: string): Promise<Warning[]> {
  const [c] = await db.select().from(contracts).where(eq(contracts.id, contractId))
  return c ? warningsOf(db, c, today) : []
}

const watchers = ['centre_officer', 'org_signer', 'org_editor', 'street_handler', 'district_handler']
/** The organisation has its own reminder of a silent diary. */
const told = (role: string, { code }: Warning) => code !== 'silent' || !role.startsWith('org_')

/** Warnings of the contracts a seat has to do with: the centre looks into them, both sides know. */
export async function deskOfWarnings(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const role = ctx.actor.seat?.role ?? ''
  if (!watchers.includes(role)) return []
  const today = dateOf(ctx.clock.now())
  const mine = (await contractsOf(db, ctx.actor)).map(({ contract }) => contract)
  const items = mine.map(async (c) =>
    (await warningsOf(db, c, today))
      .filter((warning) => told(role, warning))
      .map(
        ({ code, facts }): DeskItem => ({
          key: `warning.${code}`,
          params: facts,
          matter: c.title,
          chapter: 'deliver',
          due: null,
          since: startOf(today),
          link: `/work/${c.id}`,
          kind: role === 'centre_officer' ? 'act' : 'wait',
        }),
      ),
  )
  return (await Promise.all(items)).flat()
}
