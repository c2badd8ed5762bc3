import type { Reader } from '#db/store.ts'
import { kinOf } from '../../../buy/framework/kinship.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import type { DeskItem, Due } from '../../../desk-item.ts'
import { parameter } from '../../../parameters.ts'
import { fixesOf, type OrderFix } from './find-order-rating.ts'

async function dueOf(db: Reader, fix: OrderFix): Promise<Due> {
  const { source, mark } = await parameter(db, 'RECTIFY', dateOf(fix.openedAt))
  return { at: fix.dueAt, source, mark: mark as Due['mark'] }
}

/** Orders rated badly that this body has to put right, or whose raters it waits for. */
export async function orderFixesToAnswer(db: Reader, supplierId: string): Promise<DeskItem[]> {
  const rows = await fixesOf(db, { supplierId }, ['opened', 'answered', 'reopened'])
  return Promise.all(
    rows.map(async ({ fix, rating, title }): Promise<DeskItem> => {
      const about = { matter: title, chapter: 'rate' as const, link: `/desk/orders/ratings/${rating.id}` }
      return fix!.state === 'answered'
        ? { ...about, key: 'rectification.wait', since: fix!.answeredAt!, due: null, kind: 'wait' }
        : {
            ...{ ...about, key: 'rectification.answer', since: fix!.openedAt },
            ...{ due: await dueOf(db, fix!), kind: 'act' as const },
          }
    }),
  )
}

/** Answers to a bad rating of an order, before whoever may order for her. */
export async function orderFixesToJudge(db: Reader, { actor }: Context): Promise<DeskItem[]> {
  const me = actor.personId!
  const personIds = [me, ...(await kinOf(db, me)).map((k) => k.personId)]
  const rows = await fixesOf(db, { personIds }, ['answered'])
  return rows.map(({ fix, order, title, supplier }) => ({
    ...{ key: 'rectification.judge', params: { supplier }, matter: title, chapter: 'rate' },
    ...{ since: fix!.answeredAt!, due: null, link: `/orders/${order.id}`, kind: 'act' },
  }))
}
