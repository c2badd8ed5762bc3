import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { dueOf } from '../../due.ts'
import { parameter } from '../../parameters.ts'
import { authorize, may } from '../../policy/index.ts'
import { partyNames, personNames } from '../contract/public-contract.ts'
import { serviceUsersOf } from '../diary/find-diary.ts'
import { indicatorsOf } from '../milestone/find-milestone.ts'
import { type AcceptanceFacts, findAcceptance, type Sign, servedAs, subjectOf } from './find-acceptance.ts'
import { phoneHashOf } from './give-opinion.ts'
import { isCalled } from './lots.ts'
import { foundIn, inOrder, opinionsInSum } from './public-acceptance.ts'
import { mayReopen } from './reopen-acceptance.ts'
import { postOf } from './sign-acceptance.ts'

async function factsOf(ctx: Context, a: AcceptanceFacts) {
  const { milestone: m } = a
  const names = await partyNames(ctx.db, [m.contract.supplierId])
  return {
    id: a.id,
    state: a.state,
    required: a.required,
    openedAt: a.openedAt,
    met: a.met,
    contractId: m.contractId,
    title: m.contract.title,
    supplier: names[m.contract.supplierId] ?? '',
    milestone: {
      id: m.id,
      title: m.title,
      price: m.price,
      claim: m.claim,
      finding: m.finding,
      checkedAt: m.checkedAt,
    },
    missing: a.missing,
    seed: a.seed,
    unreached: a.lots.filter((l) => l.unreached !== null).length,
    due: m.checkedAt ? await dueOf(ctx.db, ctx, 'ACCEPTANCE_DUE', dateOf(m.checkedAt)) : null,
    satisfactionMin: (await parameter(ctx.db, 'SATISFACTION_MIN', dateOf(a.openedAt))).value,
  }
}

const signed = ({ role, personId, met, words, at }: Sign, names: Record<string, string>) => ({
  ...{ role, words, at },
  by: names[personId] ?? '',
  met: met === 1,
})

/** The acceptance as its group, the clerk and both sides of the contract see it. */
export async function acceptancePage(ctx: Context, id: string) {
  const a = await findAcceptance(ctx.db, id)
  authorize(ctx.actor, 'contract.read', a.milestone.contract)
  const names = await personNames(
    ctx.db,
    a.signs.map((s) => s.personId),
  )
  const open = a.state === 'opened'
  const signs = may(ctx.actor, 'acceptance.sign', subjectOf(a))
  return {
    ...(await factsOf(ctx, a)),
    ...opinionsInSum(a, 1),
    words: [...a.opinions, ...a.beside].flatMap((o) =>
      o.words ? [{ level: o.level, words: o.words, channel: o.channel }] : [],
    ),
    signs: inOrder(a.signs).map((sign) => signed(sign, names)),
    readings: (await foundIn(ctx.db, a)).readings,
    indicators: await indicatorsOf(ctx.db, a.milestone.contractId),
    reopenedAt: a.reopenedAt,
    reopenReason: a.reopenReason,
    mayReopen: await mayReopen(ctx, a),
    maySign: open && signs && !a.signs.some((s) => s.role === postOf(ctx.actor.seat!.role)),
    mayEnter: open && may(ctx.actor, 'acceptance.enter', a.milestone.contract),
  }
}

/** For the clerk: whom to ask, and who has been heard already. */
export async function enterPage(ctx: Context, id: string) {
  const a = await findAcceptance(ctx.db, id)
  authorize(ctx.actor, 'acceptance.enter', a.milestone.contract)
  const users = await serviceUsersOf(ctx.db, a.milestone.contractId)
  const heard = (userId: string) => [...a.opinions, ...a.beside].some((o) => o.serviceUserId === userId)
  return {
    ...(await factsOf(ctx, a)),
    heard: a.opinions.length,
    drawn: a.lots.length > 0,
    left: users
      .filter((u) => isCalled(a, u.id) && !heard(u.id))
      .map(({ id: value, label }) => ({ value, label })),
  }
}

/** For a person served: which service, and whether they have already spoken. */
export async function opinionPage(ctx: Context, id: string) {
  const a = await findAcceptance(ctx.db, id)
  const me = await servedAs(
    ctx.db,
    ctx.actor,
    a.milestone.contractId,
    await phoneHashOf(ctx.db, ctx.actor.personId),
  )
  authorize(ctx.actor, 'acceptance.opine', { servedId: me?.id ?? null })
  const facts = await factsOf(ctx, a)
  const mine = [...a.opinions, ...a.beside].find((o) => o.serviceUserId === me!.id)
  return {
    id,
    title: facts.title,
    supplier: facts.supplier,
    milestone: a.milestone.title,
    open: a.state === 'opened',
    said: mine !== undefined,
    due: facts.due,
  }
}
