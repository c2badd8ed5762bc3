import { seatHandoverPage } from '#domain/open/handover/handover-page.ts'
import { signHandover } from '#domain/open/handover/sign-handover.ts'
import type { Story } from './story.ts'

/** 任职交接: one of an organisation's social workers leaves; a colleague has yet to sign for what the post has open. */
export async function tellHandover(story: Story) {
  const signed = '2026-11-20 16:30'
  const workers = story.district.users.filter(({ seats }) =>
    seats.some(({ role, orgRef }) => role === 'social_worker' && orgRef === 'ORG01'),
  )
  const leaver = story.as(workers.at(-1)!.id, signed, 'social_worker')
  const seatId = leaver.actor.seat!.id
  const { seen } = await seatHandoverPage(leaver, seatId)
  await signHandover(leaver, {
    ...{ seatId, toId: workers[0]!.id, seen },
    words: '走访约在每周四上午，钥匙在居委会；本月活动的签到表在共享柜第二格，还没有录完。',
  })
}
