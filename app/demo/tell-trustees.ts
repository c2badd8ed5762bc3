import { confirmTrustee } from '#domain/ask/vote/trustees/confirm-trustee.ts'
import { trusteesOf } from '#domain/ask/vote/trustees/find-trustees.ts'
import { nameTrustees } from '#domain/ask/vote/trustees/name-trustees.ts'
import { tryKey } from '#domain/ask/vote/trustees/try-key.ts'
import type { Story } from './story.ts'

/** What the demonstration's trustees type; told in docs/demo.md, for whoever tries to count a round. */
export const demoPassphrase = (personId: string) => `${personId} sanshe demo passphrase`

/** Two of a demonstration round's trustees, with their passphrases. */
export async function twoOf(story: Story, roundId: string) {
  const [first, , second] = await trusteesOf(story.store.db, roundId)
  return {
    first: first!.id,
    firstWords: demoPassphrase(first!.personId),
    second: second!.id,
    secondWords: demoPassphrase(second!.personId),
  }
}

type Of = { roundId: string; communityId: string; when: string }
/** 密钥仪式: three trustees are named, each confirms, two of them open the test ballot. */
export async function keepKey(story: Story, { roundId, communityId, when }: Of) {
  const { streetId } = story.district.communities.find((c) => c.id === communityId)!
  const clerk = story.as(story.who('committee_clerk', communityId), when)
  const three = {
    supervision: story.who('supervision_member', communityId),
    street: story.who('street_approver', streetId),
    outside: story.district.users.find((u) => u.seats[0]?.role === 'auditor')!.id,
  }
  await nameTrustees(clerk, { roundId, ...three })
  const roles = { supervision: 'supervision_member', street: 'street_approver', outside: 'auditor' } as const
  await Promise.all(
    (['supervision', 'street', 'outside'] as const).map((kind) =>
      confirmTrustee(story.as(three[kind], when, roles[kind]), {
        roundId,
        passphrase: demoPassphrase(three[kind]),
      }),
    ),
  )
  await tryKey(clerk, { roundId, ...(await twoOf(story, roundId)) })
}
