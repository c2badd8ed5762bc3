import type { Context } from '../context.ts'
import { dateOf, yearOf } from '../dates.ts'
import type { DeskItem } from '../desk-item.ts'
import { readConcentration } from '../rate/record/concentration.ts'
import { Refusal } from '../refusal.ts'
import { newsOf } from '../who/my-notices.ts'
import { closedPosts } from '../who/sign-in/closed-posts.ts'
import { deskSources } from './desk-sources.ts'
import { deskOfHandover } from './handover/desk.ts'

export type ShownItem = Omit<DeskItem, 'due'> & {
  due: null | {
    last: string
    left: number
    late: boolean
    source: string
    mark: 'statute' | 'reference' | 'local'
  }
}

/** A deadline as its last day; working days left are counted where the year's holidays are known. */
function shown(ctx: Context, item: DeskItem): ShownItem {
  if (!item.due) return { ...item, due: null }
  const today = dateOf(ctx.clock.now())
  const last = dateOf(new Date(item.due.at.getTime() - 1))
  const covered =
    ctx.calendar.covers(Number(last.slice(0, 4))) && ctx.calendar.covers(Number(today.slice(0, 4)))
  const left = covered
    ? ctx.calendar.between(today, last)
    : Math.round((Date.parse(last) - Date.parse(today)) / 86_400_000)
  const late = ctx.clock.now() >= item.due.at
  return {
    ...item,
    due: { last, left: late ? Math.min(left, -1) : left, late, source: item.due.source, mark: item.due.mark },
  }
}
const soonest = (a: DeskItem, b: DeskItem) =>
  (a.due?.at.getTime() ?? Number.MAX_SAFE_INTEGER) - (b.due?.at.getTime() ?? Number.MAX_SAFE_INTEGER)

const watchers: readonly string[] = ['auditor', 'centre_auditor']

/** The desk of whoever acts: what is overdue, what waits for him, what is new, what waits for others. */
export async function deskOf(ctx: Context) {
  if (!ctx.actor.personId) throw new Refusal('forbidden', 'sign-in-first')
  const items = (await Promise.all([...deskSources, deskOfHandover].map((source) => source(ctx.db, ctx))))
    .flat()
    .sort(soonest)
  const all = items.map((item) => shown(ctx, item))
  const acts = all.filter((i) => i.kind === 'act')
  const watches = ctx.actor.seat !== null && watchers.includes(ctx.actor.seat.role)
  return {
    late: acts.filter((i) => i.due?.late),
    act: acts.filter((i) => !i.due?.late),
    wait: all.filter((i) => i.kind === 'wait'),
    news: await newsOf(ctx),
    closed: await closedPosts(ctx),
    now: ctx.clock.now(),
    /** 资金集中度 of this year, for those who watch. */
    money: watches ? await readConcentration(ctx.db, yearOf(dateOf(ctx.clock.now()))) : [],
  }
}
