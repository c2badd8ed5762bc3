import { eq } from 'drizzle-orm'
import { rollEntries } from '#db/schema/index.ts'
import { announceRound } from '#domain/ask/vote/announce-round.ts'
import { castVote } from '#domain/ask/vote/cast-vote.ts'
import { closeBox } from '#domain/ask/vote/close-box.ts'
import { countRound, witnessCount } from '#domain/ask/vote/count-round.ts'
import { slateOf } from '#domain/ask/vote/find-round.ts'
import { loadRoll } from '#domain/ask/vote/load-roll.ts'
import { printSlips } from '#domain/ask/vote/print-slips.ts'
import { sealRound } from '#domain/ask/vote/seal-round.ts'
import { draftAppraisal } from '#domain/rate/appraisal/draft-appraisal.ts'
import { inBatches } from './batch.ts'
import { momentBetween, seeded } from './seeded.ts'
import type { Story } from './story.ts'

const year = { from: '2026-10-26', to: '2026-11-04' }
const [households, came] = [60, 46]
const communityId = 'C3'

/** Sixty households of one staircase group, one slip each. */
async function begin(story: Story) {
  const clerk = story.who('committee_clerk', communityId)
  const { id: roundId } = await draftAppraisal(story.as(clerk, '2026-10-12 14:00'), {
    ...{ year: 2026, name: '锦和社区 2026 年服务评议', electorate: '第一网格 60 户，每户一票' },
    ...{ unit: 'household', opensOn: year.from, closesOn: year.to },
  })
  const roll = Array.from({ length: households }, (_, i) => {
    const no = String(i + 1).padStart(3, '0')
    return [`一网格 ${no} 号`, `PY-${no}`, i % 3 === 0 ? '60-79' : '36-59'].join('\t')
  }).join('\n')
  await loadRoll(story.as(clerk, '2026-10-13 10:00'), { roundId, roll })
  await printSlips(story.as(clerk, '2026-10-15 10:00'), { roundId })
  await sealRound(story.as(story.who('committee_director', communityId), '2026-10-19 16:00'), { roundId })
  return roundId
}

/** Who is satisfied ticks it; most are, the others hand in a blank one. */
async function vote(story: Story, roundId: string) {
  const chance = seeded('appraisal')
  const slate = await slateOf(story.store.db, roundId)
  const entries = await story.store.db
    .select({ id: rollEntries.id })
    .from(rollEntries)
    .where(eq(rollEntries.roundId, roundId))
    .orderBy(rollEntries.householdKey)
  await inBatches(entries.slice(0, came), ({ id: entryId }) => {
    const choices = slate.filter(() => chance.next() < 0.85).map(({ choice }) => choice)
    const when = momentBetween(chance, year.from, year.to)
    const ballot = { roundId, entryId, choices, blank: choices.length === 0 }
    return castVote(story.asResident(null, null, when), ballot)
  })
}

/** 年度评议: one community was asked which of the year's services satisfied it; the answer stands in the record. */
export async function tellAppraisal(story: Story) {
  const roundId = await begin(story)
  await vote(story, roundId)
  const director = story.who('committee_director', communityId)
  const witness = story.who('supervision_member', communityId)
  await witnessCount(story.as(witness, '2026-11-05 09:00'), { roundId })
  await closeBox(story.as(director, '2026-11-05 09:20'), { roundId })
  await countRound(story.as(director, '2026-11-05 09:30'), { roundId, keys: null })
  await announceRound(story.as(director, '2026-11-06 10:00'), { roundId })
}
