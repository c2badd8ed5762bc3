import { kinships } from '#db/schema/index.ts'
import { appointBank } from '#domain/tend/hours/bank.ts'
import { confirmService } from '#domain/tend/hours/decide-service.ts'
import type { RecordService } from '#domain/tend/hours/forms.ts'
import { openAccount } from '#domain/tend/hours/open-account.ts'
import { recordService } from '#domain/tend/hours/record-service.ts'
import type { TownParts } from './settled-town.ts'

/** ORG4 keeps the bank; resident1, resident2 and resident6 have accounts; 1 and 6 are written down as one family. */
export async function hoursTown(town: TownParts) {
  await appointBank(town.as('dApprover'), { partyId: 'ORG4', ground: '区民政局〔2026〕3 号' })
  const ids = new Map<string, string>()
  for (const who of ['resident1', 'resident2', 'resident6'])
    ids.set(who, (await openAccount(town.as(who))).id)
  const by = { consent: '书面同意', communityId: 'C1', writtenBy: 'clerk', writtenAt: town.clock.now() }
  await town.transact((tx) =>
    tx.insert(kinships).values({ personId: 'resident1', agentId: 'resident6', relation: 'child', ...by }),
  )
  return (who: string) => ids.get(who)!
}

/** An hour for the committee of C1, on the first Friday of March. */
export const served = (more: Partial<RecordService> = {}): RecordService => ({
  ...{ hostId: 'C1', task: 'event', servedOn: '2026-03-02', minutes: 60, words: '帮忙布置元宵活动会场' },
  ...more,
})

/** Said by the volunteer and by the committee: booked. */
export async function earned(town: TownParts, who: string, minutes = 60, more: Partial<RecordService> = {}) {
  const { id } = await recordService(town.as(who), served({ minutes, ...more }))
  await confirmService(town.as('clerk'), { serviceId: id })
  return id
}
