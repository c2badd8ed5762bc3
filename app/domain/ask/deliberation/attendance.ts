import type { meetingMembers } from '#db/schema/index.ts'
import type { Meeting } from './find-meeting.ts'

type Member = typeof meetingMembers.$inferSelect
export type Came = { inPerson: number; remote: number; proxy: number; total: number; women: number | null }

/** Who came, by channel; a proxy counts where the rule lets him. */
export function cameOf(m: Pick<Meeting, 'counts' | 'rule'>, roll: readonly Member[]): Came {
  if (m.rule.counted) {
    const { in_person: inPerson = 0, remote = 0, proxy = 0 } = m.counts ?? {}
    return { inPerson, remote, proxy, total: inPerson + remote + proxy, women: null }
  }
  const by = (channel: Member['channel']) => roll.filter((r) => r.channel === channel).length
  const came = { inPerson: by('in_person'), remote: by('remote'), proxy: by('proxy') }
  const women = roll.filter((r) => r.channel !== null && r.channel !== 'proxy' && r.woman).length
  return { ...came, total: came.inPerson + came.remote + came.proxy, women }
}
