import type { TwoKeys } from '#domain/ask/vote/trustees/forms.ts'
import { confirmKeeper } from '#domain/buy/seal/confirm-keeper.ts'
import { keepersOf } from '#domain/buy/seal/find-keepers.ts'
import { nameKeepers } from '#domain/buy/seal/name-keepers.ts'
import { openSplit } from '#domain/buy/seal/open-split.ts'
import { tryKeys } from '#domain/buy/seal/try-keys.ts'
import type { TenderDraft } from '#domain/buy/tender/draft-tender.ts'
import { findTender, type TenderFacts } from '#domain/buy/tender/find-tender.ts'
import { publishTender } from '#domain/buy/tender/publish-tender.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import { draftedTender, passReview } from './tender.ts'
import type { Town } from './world.ts'

/** The passphrases of the three who keep a tender's key. */
export const keeperWords = {
  handler: '经办一号 passphrase',
  supervisor: '监督二号 passphrase',
  auditor: '审计三号 passphrase',
} as const
export type KeeperKey = keyof typeof keeperWords
export const three = { buyer: 'handler', oversight: 'supervisor', outside: 'auditor' }

/** What two of them type side by side. */
export async function sharesOfTwo(
  town: Town,
  tenderId: string,
  [a, b]: readonly [KeeperKey, KeeperKey] = ['handler', 'auditor'],
): Promise<TwoKeys> {
  const keepers = await keepersOf(town.db, tenderId)
  const id = (who: KeeperKey) => keepers.find((k) => k.personId === who)!.id
  return { first: id(a), firstWords: keeperWords[a], second: id(b), secondWords: keeperWords[b] }
}

/** The whole ceremony: three are named, each confirms, two of them open the test words. */
export async function keysReady(town: Town, tenderId: string) {
  await nameKeepers(town.as('handler'), { tenderId, ...three })
  for (const who of Object.keys(keeperWords) as KeeperKey[])
    await confirmKeeper(town.as(who), { tenderId, passphrase: keeperWords[who] })
  await tryKeys(town.as('handler'), { tenderId, ...(await sharesOfTwo(town, tenderId)) })
}

/** A tender on the market whose key is in the hands of three. */
export async function splitTender(
  town: Town,
  { words, prepare }: { words?: Partial<TenderDraft>; prepare?: (tenderId: string) => Promise<unknown> } = {},
): Promise<TenderFacts> {
  const { id } = await draftedTender(town, { words: { sealMode: 'split', ...words } })
  await prepare?.(id)
  await keysReady(town, id)
  await submitTender(town.as('handler'), { tenderId: id })
  await passReview(town.as('approver'), id)
  await publishTender(town.as('approver'), { tenderId: id })
  return findTender(town.db, id)
}

export const openByShares = async (
  town: Town,
  tenderId: string,
  two: readonly [KeeperKey, KeeperKey] = ['handler', 'auditor'],
) => openSplit(town.as(two[0]), { tenderId, ...(await sharesOfTwo(town, tenderId, two)) })
