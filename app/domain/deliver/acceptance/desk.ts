import { eq, inArray } from 'drizzle-orm'
import { acceptances, contracts, milestones } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { DeskItem } from '../../desk-item.ts'
import { dueOf } from '../../due.ts'
import { may } from '../../policy/index.ts'
import { toReopen } from './desk-reopen.ts'
import { type AcceptanceFacts, findAcceptance, servedAs, subjectOf } from './find-acceptance.ts'
import { phoneHashOf } from './give-opinion.ts'
import { openFindings, postOf } from './sign-acceptance.ts'

type Act = Pick<DeskItem, 'key' | 'link' | 'kind'> & { params?: DeskItem['params'] }

async function toOpen(db: Reader, ctx: Context, partyId: string): Promise<DeskItem[]> {
  const rows = await db
    .select({ m: milestones, c: contracts })
    .from(milestones)
    .innerJoin(contracts, eq(contracts.id, milestones.contractId))
    .where(eq(contracts.buyerId, partyId))
  const opened = await db.select().from(acceptances).where(eq(acceptances.state, 'opened'))
  const waiting = rows.filter(({ m }) => m.state === 'checked' && !opened.some((a) => a.milestoneId === m.id))
  return Promise.all(
    waiting.map(async ({ m, c }) => ({
      key: 'acceptance.open',
      params: { title: m.title },
      matter: c.title,
      amount: m.price,
      chapter: 'deliver' as const,
      due: await dueOf(db, ctx, 'ACCEPTANCE_DUE', dateOf(m.checkedAt!)),
      since: m.checkedAt!,
      link: `/desk/acceptances/new/${m.id}`,
      kind: 'act' as const,
    })),
  )
}

/** Who signs waits for the opinions, then for what was found to be put right. */
function toSign(page: string, missing: number, findings: number): Act {
  if (missing > 0)
    return { key: 'acceptance.wait-opinions', link: page, kind: 'wait', params: { n: missing } }
  if (findings > 0)
    return { key: 'acceptance.wait-finding', link: page, kind: 'wait', params: { n: findings } }
  return { key: 'acceptance.sign', link: `${page}/sign`, kind: 'act' }
}

/** What an open acceptance asks of this person, if anything. */
async function asks(
  db: Reader,
  ctx: Context,
  a: AcceptanceFacts,
  phoneHash: string | null,
): Promise<Act | null> {
  const { contract, contractId } = a.milestone
  const { missing } = a
  const page = `/desk/acceptances/${a.id}`
  if (ctx.actor.seat && may(ctx.actor, 'acceptance.enter', contract))
    return missing > 0
      ? { key: 'acceptance.enter', link: `${page}/enter`, kind: 'act', params: { n: missing } }
      : null
  const signs =
    may(ctx.actor, 'acceptance.sign', subjectOf(a)) &&
    !a.signs.some((s) => s.role === postOf(ctx.actor.seat!.role))
  if (signs) return toSign(page, missing, await openFindings(db, contractId))
  const me = await servedAs(db, ctx.actor, contractId, phoneHash)
  const said = me && [...a.opinions, ...a.beside].some((o) => o.serviceUserId === me.id)
  if (me && !said) return { key: 'acceptance.opine', link: `/acceptances/${a.id}/opinion`, kind: 'act' }
  const handles = ctx.actor.seat && may(ctx.actor, 'acceptance.open', contract)
  return handles
    ? { key: 'acceptance.wait-group', link: page, kind: 'wait', params: { n: 3 - a.signs.length } }
    : null
}

/** What no open acceptance asks for: one to open, or a result to take back. */
async function begun(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (seat && /_handler$/.test(seat.role)) return toOpen(db, ctx, seat.partyId)
  return seat?.role === 'centre_officer' ? toReopen(db, ctx) : []
}

/** Acceptances to open, opinions to gather or give, signatures that wait. */
export async function deskOfAcceptance(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { personId } = ctx.actor
  if (!personId) return []
  const phoneHash = await phoneHashOf(db, personId)
  const open = await db
    .select({ id: acceptances.id })
    .from(acceptances)
    .where(inArray(acceptances.state, ['opened']))
  const items = await begun(db, ctx)
  for (const { id } of open) {
    const a = await findAcceptance(db, id)
    const act = await asks(db, ctx, a, phoneHash)
    if (!act) continue
    const { milestone } = a
    const due = await dueOf(db, ctx, 'ACCEPTANCE_DUE', dateOf(milestone.checkedAt!))
    const params = { title: milestone.title, ...act.params }
    items.push({
      matter: milestone.contract.title,
      amount: milestone.price,
      chapter: 'deliver',
      due,
      since: a.openedAt,
      ...act,
      params,
    })
  }
  return items
}
