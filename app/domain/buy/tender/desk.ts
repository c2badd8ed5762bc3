import { and, eq, inArray } from 'drizzle-orm'
import { amendments, questions, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf } from '../../dates.ts'
import type { DeskItem, Due } from '../../desk-item.ts'
import { announcedDue } from '../../due.ts'
import { lastDay, parameter } from '../../parameters.ts'
import { may } from '../../policy/index.ts'
import { unansweredQuestions } from './find-tender.ts'
import { openTenders } from './list-tenders.ts'

type Tender = typeof tenders.$inferSelect
const posts = /^(street|district)_(handler|approver)$/

const about = (tender: Tender) => ({
  matter: tender.title,
  amount: tender.ceiling,
  chapter: 'buy' as const,
  since: tender.publishedAt ?? tender.createdAt,
  link: `/desk/tenders/${tender.id}`,
  due: null as Due | null,
})

async function waitingQuestions(db: Reader, ctx: Context, mine: readonly Tender[]): Promise<DeskItem[]> {
  const { source, mark } = await parameter(db, 'ENQUIRY_REPLY', dateOf(ctx.clock.now()))
  const ids = mine.map((tender) => tender.id)
  const asked = await db
    .select({ tenderId: questions.tenderId, dueAt: questions.dueAt, createdAt: questions.createdAt })
    .from(questions)
    .where(and(inArray(questions.tenderId, ids), eq(questions.state, 'asked')))
    .orderBy(questions.dueAt)
  return mine.flatMap((tender) => {
    const open = asked.filter((q) => q.tenderId === tender.id)
    const [first] = open
    if (!first) return []
    const due = { at: first.dueAt, source, mark: mark as Due['mark'] }
    return [
      {
        ...about(tender),
        due,
        since: first.createdAt,
        key: 'question.answer',
        params: { n: open.length },
        kind: 'act' as const,
      },
    ]
  })
}

/** 快截止了还没答: whoever publishes hears of it too, for nothing opens before all is answered. */
async function nearlyClosed(db: Reader, ctx: Context, mine: readonly Tender[]): Promise<DeskItem[]> {
  const now = ctx.clock.now()
  const { value, unit } = await parameter(db, 'ANSWER_LEAD', dateOf(now))
  const by = endOf(lastDay(ctx.calendar, dateOf(now), value, unit))
  const items: DeskItem[] = []
  for (const tender of mine.filter((t) => t.state === 'published' && t.deadline < by)) {
    const n = await unansweredQuestions(db, tender.id)
    const due = announcedDue(tender.deadline)
    if (n > 0) items.push({ ...about(tender), due, key: 'question.alert', params: { n }, kind: 'wait' })
  }
  return items
}

async function waitingChanges(db: Reader, ctx: Context, mine: readonly Tender[]): Promise<DeskItem[]> {
  const drafts = await db
    .select()
    .from(amendments)
    .where(
      and(
        inArray(
          amendments.tenderId,
          mine.map((t) => t.id),
        ),
        eq(amendments.state, 'draft'),
      ),
    )
  return mine.flatMap((tender) => {
    const draft = drafts.find((a) => a.tenderId === tender.id)
    if (!draft) return []
    const acts = may(ctx.actor, 'amendment.publish', { ...tender, amendedBy: draft.draftedBy })
    return [
      {
        ...about(tender),
        key: acts ? 'amendment.publish' : 'amendment.wait',
        kind: acts ? ('act' as const) : ('wait' as const),
      },
    ]
  })
}

const itemOf = (ctx: Context, tender: Tender): DeskItem | null => {
  const writes = may(ctx.actor, 'tender.submit', tender)
  if (tender.state === 'draft' && writes) return { ...about(tender), key: 'tender.finish', kind: 'act' }
  if (tender.state === 'in_review' && may(ctx.actor, 'tender.publish', tender))
    return { ...about(tender), key: 'tender.publish', kind: 'act' }
  if (tender.state === 'in_review' && writes) return { ...about(tender), key: 'tender.wait', kind: 'wait' }
  if (tender.state !== 'published' || ctx.clock.now() >= tender.deadline) return null
  const due = announcedDue(tender.deadline)
  return { ...about(tender), due, key: 'tender.collecting', kind: 'wait' }
}

/** Tenders still open, for those who may propose. */
async function market(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const rows = await openTenders(db, ctx.clock.now())
  return rows.map(({ tender }) => ({
    ...about(tender),
    due: announcedDue(tender.deadline),
    key: 'tender.open',
    link: `/tenders/${tender.id}`,
    kind: 'wait' as const,
  }))
}

/** Tenders to finish, to publish, and questions and changes that wait. */
export async function deskOfTender(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const { seat } = ctx.actor
  if (!seat) return []
  if (seat.role === 'org_editor' || seat.role === 'org_signer') return market(db, ctx)
  if (!posts.test(seat.role)) return []
  const mine = await db
    .select()
    .from(tenders)
    .where(
      and(eq(tenders.buyerId, seat.partyId), inArray(tenders.state, ['draft', 'in_review', 'published'])),
    )
  if (mine.length === 0) return []
  const handles = seat.role.endsWith('handler')
  const own = mine.map((tender) => itemOf(ctx, tender)).filter((item) => item !== null)
  return [
    ...own,
    ...(handles ? await waitingQuestions(db, ctx, mine) : await nearlyClosed(db, ctx, mine)),
    ...(await waitingChanges(db, ctx, mine)),
  ]
}
