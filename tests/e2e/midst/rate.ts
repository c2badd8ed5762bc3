import { raiseOversight } from '#domain/rate/oversight/raise-oversight.ts'
import { objectRanking } from '#domain/rate/ranking/object-ranking.ts'
import { publishRanking } from '#domain/rate/ranking/publish-ranking.ts'
import { enterRating } from '#domain/rate/rating/give-rating.ts'
import { running, served } from '../../support/contract.ts'
import type { Tell } from './stop.ts'

/** Two organisations ranked, one of which objects; the supervision committee objects to a contract. */
export const judged: Tell = async (town) => {
  for (const [n, level] of [
    [1, 5],
    [2, 2],
  ] as const) {
    const who = { supplierId: `ORG${n}`, signer: `signer${n}`, worker: `worker${n}` }
    const { id: contractId } = await running(town, who)
    for (const serviceUserId of await served(town, contractId, 5, who.worker))
      await enterRating(town.as('clerk'), { contractId, serviceUserId, channel: 'paper', level })
  }
  const { id: rankingId } = await publishRanking(town.as('dHandler'), { kind: 'organisation' })
  await objectRanking(town.as('signer2'), { rankingId, words: '评价里有五份不是我们的服务对象' })
  const { id: matterId } = await running(town)
  const words = '合同里的探访次数比居民要求的少一半'
  const { id } = await raiseOversight(town.as('supervisor'), { matter: 'contract', matterId, words })
  return [
    ...['signer1', 'signer2', 'dApprover'].map((who) => ({ who, path: `/desk/ranking/${rankingId}` })),
    ...['director', 'supervisor'].map((who) => ({ who, path: `/desk/oversight/${id}` })),
  ]
}
