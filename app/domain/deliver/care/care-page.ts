import { findFramework, openFrameworks, providersOf } from '../../buy/framework/find-framework.ts'
import { kinOf } from '../../buy/framework/kinship.ts'
import type { Context } from '../../context.ts'
import { countdown } from '../../countdown.ts'
import { addMonths, dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { monthOf } from './account.ts'
import { houseCode } from './codes.ts'
import { criteriaOn } from './eligibility.ts'
import { type CareFacts, caresFor, findCare, formOf } from './find-care.ts'
import { visitsInStates, visitsOfCare } from './find-visit.ts'

type Row = Awaited<ReturnType<typeof visitsOfCare>>[number]
const shown = ({ visit, order, item, unit }: Row) => ({
  ...{ id: order.id, on: order.wishedOn, hour: visit.hour, state: order.state, item, unit },
  ...{ quantity: order.quantity, came: visit.checkedInAt !== null },
})
/** A visit, and whether its own page is open to this person. */
const seenBy = (ctx: Context, care: CareFacts) => (row: Row) => {
  const { supplierId, aideId } = row.visit
  return { ...shown(row), opens: may(ctx.actor, 'visit.read', { ...care, supplierId, aideId }) }
}
const live = ['applied', 'assessed', 'granted'] as const
const thisMonth = (ctx: Context) => dateOf(ctx.clock.now()).slice(0, 7)

async function card(ctx: Context, { care, name, framework }: Awaited<ReturnType<typeof caresFor>>[number]) {
  const month = thisMonth(ctx)
  const coming = await visitsInStates(ctx.db, 'careId', [care.id])
  return {
    ...{ id: care.id, name, framework, state: care.state, unit: care.unit },
    account: care.state === 'granted' ? await monthOf(ctx.db, care, month, month) : null,
    next: coming.filter(({ order }) => order.state !== 'done').map(shown)[0] ?? null,
    toConfirm: coming.filter(({ order }) => order.state === 'done').map(shown),
  }
}

/** 我的居家服务: one's own and that of whom one acts for: what is left, who comes next, what waits for a word. */
export async function careHome(ctx: Context) {
  const { personId } = ctx.actor
  const on = dateOf(ctx.clock.now())
  const open = (await openFrameworks(ctx.db)).filter((f) => f.state === 'published' && f.to >= on)
  const criteria = await criteriaOn(ctx.db, on)
  if (!personId) return { signedIn: false, cards: [], criteria, open: open.length > 0 }
  const people = [personId, ...(await kinOf(ctx.db, personId)).map((k) => k.personId)]
  const rows = (await caresFor(ctx.db, people)).filter(({ care }) => live.includes(care.state as 'granted'))
  const cards = await Promise.all(rows.map((row) => card(ctx, row)))
  return { signedIn: true, cards, criteria, open: open.length > 0 }
}

/** What an application is made from: for whom, and under which agreement. */
export async function applyPage(ctx: Context) {
  const { personId } = ctx.actor
  if (!personId) throw new Refusal('forbidden', 'sign-in-first')
  const on = dateOf(ctx.clock.now())
  const open = (await openFrameworks(ctx.db)).filter((f) => f.state === 'published' && f.to >= on)
  return {
    own: personId,
    family: await kinOf(ctx.db, personId),
    frameworks: open.map(({ id, title, forWhom }) => ({ id, title, forWhom })),
    criteria: await criteriaOn(ctx.db, on),
  }
}

function actsOf(ctx: Context, care: CareFacts) {
  const isFamily = may(ctx.actor, 'care.renew_code', care)
  const open = care.state === 'applied' || care.state === 'assessed'
  return {
    assess: open && may(ctx.actor, 'care.assess', care),
    grant: care.state === 'assessed' && care.level !== null && may(ctx.actor, 'care.grant', care),
    refuse: open && may(ctx.actor, 'care.refuse', care),
    end: care.state === 'granted' && may(ctx.actor, 'care.end', care),
    order: care.state === 'granted' && may(ctx.actor, 'visit.order', care),
    code: care.state === 'granted' && isFamily,
  }
}

/** Where she lives: for her family and her community, and for whoever has yet to go and look. */
const seesHome = (ctx: Context, care: CareFacts) =>
  may(ctx.actor, 'care.renew_code', care) || actsOf(ctx, care).assess

async function accountOf(ctx: Context, care: CareFacts) {
  if (care.state !== 'granted' && care.state !== 'ended') return []
  const now = thisMonth(ctx)
  const day = `${now}-01`
  const months = [addMonths(day, -1), day, addMonths(day, 1)].map((date) => date.slice(0, 7))
  const all = await Promise.all(months.map((month) => monthOf(ctx.db, care, month, now)))
  return all.filter(({ granted }) => granted > 0)
}

/** One person's care: to her, her family, her community, the centre and the buyer. */
export async function carePage(ctx: Context, careId: string) {
  const care = await findCare(ctx.db, careId)
  authorize(ctx.actor, 'care.read', care)
  const form = care.level ? await formOf(ctx.db, care.formId) : null
  const level = form?.levels.find(({ code }) => code === care.level) ?? null
  const { id, refNo, state, unit, monthly, from, to, reason, appliedAt, livesAlone, lowIncome, points } = care
  const acts = actsOf(ctx, care)
  return {
    care: { id, refNo, state, unit, monthly, from, to, reason, appliedAt, livesAlone, lowIncome, points },
    assessed: care.assessedAt !== null,
    level: level && { zh: level.zh, en: level.en, unit: level.unit, monthly: level.monthly },
    person: { name: care.person.name, ageBand: care.person.ageBand },
    framework: { id: care.framework.id, title: care.framework.title },
    address: seesHome(ctx, care) ? ctx.vault.open('care', care.addressSealed) : null,
    code: acts.code ? houseCode(ctx.vault, care) : null,
    months: await accountOf(ctx, care),
    visits: (await visitsOfCare(ctx.db, careId)).map(seenBy(ctx, care)).reverse().slice(0, 30),
    clock:
      state === 'applied' || state === 'assessed'
        ? await countdown(ctx.db, ctx, 'CARE_DECISION', dateOf(appliedAt))
        : null,
    today: dateOf(ctx.clock.now()),
    acts,
  }
}

/** The form as it is asked, in its newest version. */
export async function assessPage(ctx: Context, careId: string) {
  const care = await findCare(ctx.db, careId)
  authorize(ctx.actor, 'care.assess', care)
  const { questions, source } = await formOf(ctx.db, null)
  return { id: careId, person: care.person.name, questions, source }
}

/** What a visit is chosen from. */
export async function orderPage(ctx: Context, careId: string) {
  const care = await findCare(ctx.db, careId)
  authorize(ctx.actor, 'visit.order', care)
  const { items } = await findFramework(ctx.db, care.frameworkId)
  const serving = (await providersOf(ctx.db, care.frameworkId)).filter((p) => p.provider.state === 'signed')
  const month = thisMonth(ctx)
  return {
    ...{ id: careId, person: care.person.name, state: care.state, unit: care.unit },
    items: items.filter((item) => care.unit === 'fen' || item.minutes !== null),
    providers: serving.map(({ provider, name, grade }) => ({ id: provider.id, name, grade })),
    account: await monthOf(ctx.db, care, month, month),
    today: dateOf(ctx.clock.now()),
  }
}
