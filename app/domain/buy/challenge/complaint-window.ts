import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf } from '../../dates.ts'
import { deadlineOf } from '../../parameters.ts'

/** 投诉期: so many working days after the time for the reply is over, however early it came. */
export const complaintEnds = async (db: Reader, ctx: Context, { replyDueAt }: { replyDueAt: Date }) =>
  endOf(await deadlineOf(db, ctx.calendar, 'COMPLAINT_WINDOW', dateOf(new Date(replyDueAt.getTime() - 1))))
