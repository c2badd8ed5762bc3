import { and, eq } from 'drizzle-orm'
import { ratings, rectifications } from '#db/schema/index.ts'
import { giveRating } from '#domain/rate/rating/give-rating.ts'
import { inviteRaters, slipsOf } from '#domain/rate/rating/invite-raters.ts'
import { replyRating } from '#domain/rate/rating/reply-rating.ts'
import { answerRectification, judgeRectification } from '#domain/rate/rating/take-rectification.ts'
import { inBatches } from './batch.ts'
import { momentBetween, seeded } from './seeded.ts'
import type { Story } from './story.ts'
import type { Service } from './tell-contracts.ts'
import { type Levels, spread } from './tell-milestones.ts'

type Words = Record<number, readonly string[]>
const usual: Words = {
  5: ['人好，准时，有事随时能找到。', '做得细，问什么都耐心讲。', ''],
  4: ['总体满意，时间再长一点就好。', '不错，场地有点挤。', ''],
  3: ['一般，有几次换了人没提前说。'],
  2: ['连着两周没有按约定的时间来，打电话也没说清原因。'],
  1: ['没有来。'],
}
/** What those served say fits what they were served with. */
const of: Record<string, Words> = {
  P02: {
    ...usual,
    5: ['老人盼着你们来。', '洗得干净，手脚轻，老人放心。', ''],
    4: ['总体满意，时间再长一点就好。', ''],
  },
  P05: {
    ...usual,
    5: ['孩子有人接，作业也写完了，放心。', '孩子愿意去，回来总说今天做了什么。', ''],
    3: ['一般，有几次换了老师没提前说。'],
  },
  P06: {
    ...usual,
    5: ['楼道清爽了，上下楼不用侧着走。', '议得公道，堆的东西当天就清走了。', ''],
    4: ['不错，轮值表再贴高一点就好。', ''],
  },
}

/** 评价: everyone served gets a link; so many give it, with the levels told. Answers with the tokens of those given. */
export async function rate(
  story: Story,
  service: Service,
  invited: string,
  [from, to]: readonly [string, string],
  levels: Levels,
) {
  const { contractId, committeeId, told } = service
  const clerk = story.sit('committee_clerk', committeeId, invited)
  await inviteRaters(clerk, { contractId })
  const { slips } = await slipsOf(clerk, contractId)
  const chance = seeded(`ratings:${told.id}`)
  const known = new Set(story.district.residents.map((r) => r.displayName))
  const said = spread(levels)
  const words = of[told.id] ?? usual
  const raters = slips.filter((s) => !known.has(s.label)).slice(0, said.length)
  await inBatches(raters, ({ token }, i) => {
    const level = said[i]!
    return giveRating(story.asResident(null, null, momentBetween(chance, from, to)), {
      token,
      level,
      words: chance.pick(words[level]!) || undefined,
    })
  })
  return raters.map((r) => r.token)
}

const ofLevel = (story: Story, contractId: string, level: number) =>
  story.store.db
    .select()
    .from(ratings)
    .where(and(eq(ratings.contractId, contractId), eq(ratings.level, level)))

/** The organisation answers one who was not content. */
export async function answerOne(
  story: Story,
  { contractId, supplierId }: Service,
  level: number,
  when: string,
  reply: string,
) {
  const [found] = await ofLevel(story, contractId, level)
  await replyRating(story.sit('org_editor', supplierId, when), { ratingId: found!.id, reply })
}

/** 差评整改: what was put right, and the rater's word on it. */
export async function putRight(
  story: Story,
  { contractId, supplierId }: Service,
  tokens: string[],
  at: number,
  [answered, judged]: readonly [string, string],
) {
  const [found] = await story.store.db
    .select()
    .from(rectifications)
    .where(eq(rectifications.contractId, contractId))
  const rectificationId = found!.id
  await answerRectification(story.sit('org_editor', supplierId, answered), {
    rectificationId,
    answer: '已当面致歉，改由固定两人负责该楼道，变动提前一天电话告知。',
  })
  await judgeRectification(story.asResident(null, null, judged), {
    rectificationId,
    judged: 'accept',
    words: '这两周都准时了。',
    token: tokens[at]!,
  })
}
