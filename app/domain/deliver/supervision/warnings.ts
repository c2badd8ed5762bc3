import { eq } from 'drizzle-orm'
import { contracts, linkages } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, startOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import type { Contract } from '../contract/find-contract.ts'
import { silentSides } from '../contract/joint-log/read-joint-log.ts'
import { contractsOf } from '../contract/list-contracts.ts'
import { isAhead, isRatedLow, signsOf, thresholdsOf } from './signs.ts'

/** 预警: what the signs of a contract say out loud, with the figures it rests on. */
export type Warning = {
  code: 'silent' | 'ahead' | 'rating' | 'apart'
  facts: Record<string, number>
}
const runs = (c: Contract, today: string) => c.state === 'published' && c.from <= today && today <= c.to

/** “两张皮”: sides of the card that wrote no joint log for so many days. */
async function apartOn(db: Reader, c: Contract, today: string): Promise<Warning[]> {
  const sides = await db.select().from(linkages).where(eq(linkages.contractId, c.id))
  const sectors = sides.map(({ sector }) => sector)
  const { n, silent } = await silentSides(db, c, sectors, today)
  return silent.length > 0 ? [{ code: 'apart', facts: { sides: silent.length, n } }] : []
}

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
    ...(await apartOn(db, c, today)),
  ]
}

/** What the public page of a project warns of. */
export async function warningsOfContract(db: Reader, contractId: string, today: string): Promise<Warning[]> {
  const [c] = await db.select().from(contracts).where(eq(contracts.id, contractId))
  return c ? warningsOf(db, c, today) : []
}

const watchers = ['centre_officer', 'org_signer', 'org_editor', 'street_handler', 'district_handler']
/** The organisation has its own reminder of a silent diary, and every side its own of the joint log. */
const told = (role: string, { code }: Warning) =>
  role.startsWith('org_')
    ? code !== 'silent' && code !== 'apart'
    : code !== 'apart' || role === 'centre_officer'

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
