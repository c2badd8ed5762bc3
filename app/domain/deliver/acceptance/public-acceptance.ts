import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import { masked } from '../../masked-words.ts'
import { parameter } from '../../parameters.ts'
import { pick } from '../../pick.ts'
import { Refusal } from '../../refusal.ts'
import { partyNames } from '../contract/public-contract.ts'
import { readingsOf } from '../milestone/find-milestone.ts'
import { type AcceptanceFacts, findAcceptance, type Sign } from './find-acceptance.ts'
import { byLevel } from './satisfaction.ts'

/** Opinions in sum: by channel and level; under five only how many, so that nobody can be told from it. */
export function opinionsInSum({ opinions, heard }: AcceptanceFacts, least = 5) {
  const enough = opinions.length >= least
  const of = (channel: string) => opinions.filter((o) => o.channel === channel).length
  return {
    opinions: opinions.length,
    levels: enough ? byLevel(opinions.map((o) => o.level)) : null,
    satisfaction: enough ? heard : null,
    channels: enough ? { phone: of('phone'), paper: of('paper'), call: of('call') } : null,
  }
}

/** Each indicator with how many of the group found it as claimed. */
export const readingsFound = <R extends { id: string }>(readings: readonly R[], { items }: AcceptanceFacts) =>
  readings.map((reading) => {
    const found = items.filter((i) => i.indicatorId === reading.id)
    return { ...reading, looked: found.length, asClaimed: found.filter((i) => i.asClaimed === 1).length }
  })

/** What it was concluded on; until then, and where it was not kept yet, what stands now. */
export async function foundIn(db: Reader, a: AcceptanceFacts) {
  const { price, payable, finding } = a.milestone
  const found = a.found ?? { price, payable, finding, readings: await readingsOf(db, a.milestoneId) }
  return { ...found, readings: readingsFound(found.readings, a) }
}

const posts = ['acceptor', 'committee', 'centre']
/** Signatures in the order of their posts. */
export const inOrder = (signs: readonly Sign[]) =>
  [...signs].sort((x, y) => posts.indexOf(x.role) - posts.indexOf(y.role))

/** 验收结果公告: whether it was met, what the group wrote by post, what users said in sum. Nobody's name. */
export async function publicAcceptance(db: Reader, id: string) {
  const a = await findAcceptance(db, id)
  if (a.state !== 'published') throw new Refusal('missing', 'acceptance-missing')
  const { contract } = a.milestone
  const { readings, ...found } = await foundIn(db, a)
  const names = await partyNames(db, [contract.buyerId, contract.supplierId])
  const min = (await parameter(db, 'SURVEY_MIN_CELL', dateOf(a.openedAt))).value
  return {
    id: a.id,
    contractId: contract.id,
    refNo: contract.refNo,
    planId: contract.planId,
    title: contract.title,
    milestone: { ...pick(a.milestone, ['ordinal', 'title']), ...found },
    buyer: names[contract.buyerId] ?? '',
    supplier: names[contract.supplierId] ?? '',
    met: a.met === 1,
    required: a.required,
    publishedAt: a.publishedAt,
    ...opinionsInSum(a, min),
    signs: a.signs.length,
    said: inOrder(a.signs).map(({ role, met, words }) => ({ role, met: met === 1, words: masked(words) })),
    reopenedAt: a.reopenedAt,
    drawn: a.lots.length,
    unreached: a.lots.filter((l) => l.unreached !== null).length,
    readings,
  }
}
