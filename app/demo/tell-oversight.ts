import type { Matter } from '#domain/rate/oversight/matter.ts'
import { type MatterKind, mattersOf } from '#domain/rate/oversight/matters.ts'
import { raiseOversight } from '#domain/rate/oversight/raise-oversight.ts'
import { answerOversight, settleOversight } from '#domain/rate/oversight/take-oversight.ts'
import { publishRanking } from '#domain/rate/ranking/publish-ranking.ts'
import type { Story } from './story.ts'

const district = 'GOV-MZ'
const communities = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6']
type Of = { story: Story; kind: MatterKind; at: string; words: string }

/** 按合同买的: its words speak of a contract's service, not of a framework's orders or of works. */
const byContract = ({ href }: Matter) => /^\/(projects|open\/ledger)/.test(href)
/** The first community that has such a matter: its supervision committee objects to the newest. */
async function object({ story, kind, at, words }: Of, from: readonly string[]) {
  for (const id of from) {
    const matter = (await mattersOf(story.store.db, id, kind)).find(byContract)
    if (!matter) continue
    const watcher = story.sit('supervision_member', id, at)
    return {
      committeeId: id,
      ...(await raiseOversight(watcher, { matter: kind, matterId: matter.id, words })),
    }
  }
  return null
}

/** 居务监督: one objection answered and accepted, one that waits; and the quarter's ranking, still open to objections. */
export async function tellOversight(story: Story) {
  const contract = {
    ...{ story, kind: 'contract' as const, at: '2026-11-03 10:00' },
    words: '合同约定的服务时间与公示的不一致，请说明以哪个为准。',
  }
  const one = await object(contract, communities)
  if (one) {
    const { id, committeeId } = one
    const answer = '以合同为准。公示栏抄错一处，当天已更正，并在居民群里说明。'
    await answerOversight(story.sit('committee_director', committeeId, '2026-11-06 16:00'), { id, answer })
    await settleOversight(story.sit('supervision_member', committeeId, '2026-11-09 09:30'), { id })
  }
  const rest = communities.filter((c) => c !== one?.committeeId)
  const words = '这笔款的验收意见里，有两位居民说没有收到服务，请核对后答复。'
  await object({ story, kind: 'payment', at: '2026-11-18 11:00', words }, rest)
  await publishRanking(story.sit('district_handler', district, '2026-11-20 09:00'), { kind: 'organisation' })
}
