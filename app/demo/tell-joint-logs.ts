import { eq } from 'drizzle-orm'
import { contracts, linkages } from '#db/schema/index.ts'
import { addDays, addMonths } from '#domain/dates.ts'
import { writeJointLog } from '#domain/deliver/contract/joint-log/write-joint-log.ts'
import { inBatches } from './batch.ts'
import type { Story } from './story.ts'

type Side = typeof linkages.$inferSelect
const said: Record<Side['sector'], string> = {
  community: '网格员陪社工走访了住户，居委会腾出活动室，楼栋群里发了本月安排。',
  organisation: '同居委会对了名单和场次，人员按排班到位，缺的一次已补上。',
  social_worker: '和网格员一起上门，把居民说的两件事带到了居委会的月会上。',
}
const writerOf = (story: Story, { sector, partyId, personId }: Side, when: string) =>
  sector === 'social_worker'
    ? story.as(personId!, when)
    : story.sit(sector === 'community' ? 'committee_director' : 'org_signer', partyId!, when)

/** The days on which the sides wrote: the 25th of each month of the term, up to today. */
function daysOf(from: string, to: string, today: string) {
  const days = []
  for (let day = `${from.slice(0, 7)}-25`; day <= today && day <= to; day = addMonths(day, 1))
    if (day >= from) days.push(day)
  return days
}

/** 联动记录 of every running contract, month by month; at the last of them one side has stopped writing. */
export async function tellJointLogs(story: Story) {
  const { db } = story.store
  const today = story.district.meta.demoClock.slice(0, 10)
  const running = await db
    .select()
    .from(contracts)
    .where(eq(contracts.state, 'published'))
    .orderBy(contracts.refNo)
  const silent = running.at(-1)?.id
  const sides = await db.select().from(linkages)
  const entries = running.flatMap((c) => {
    const begun = [c.from, c.publishedAt!.toISOString().slice(0, 10)].sort().at(-1)!
    return sides
      .filter((side) => side.contractId === c.id)
      .flatMap((side) => {
        const stops = c.id === silent && side.sector === 'community' ? addDays(today, -60) : today
        return daysOf(begun, c.to, stops).map((day) => ({ side, day }))
      })
  })
  await inBatches(entries, ({ side, day }) =>
    writeJointLog(writerOf(story, side, `${day} 16:00`), {
      contractId: side.contractId,
      sector: side.sector,
      month: day.slice(0, 7),
      words: said[side.sector],
    }),
  )
  return entries.length
}
