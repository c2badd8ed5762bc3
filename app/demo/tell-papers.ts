import { isNotNull } from 'drizzle-orm'
import { contracts, rounds } from '#db/schema/index.ts'
import { issuePaper } from '#domain/open/papers/issue-paper.ts'
import type { Story } from './story.ts'

/** 纸质件: contracts and results of votes were printed for the notice boards, each with its number. */
export async function tellPapers(story: Story) {
  const { db } = story.store
  const signed = await db.select({ id: contracts.id }).from(contracts).where(isNotNull(contracts.publishedAt))
  const told = await db.select({ id: rounds.id }).from(rounds).where(isNotNull(rounds.announcedAt))
  const printer = story.sit('street_handler', 'S1', '2026-11-20 16:30')
  for (const { id } of signed) await issuePaper(printer, { kind: 'contract', subject: id })
  for (const { id } of told) await issuePaper(printer, { kind: 'round_result', subject: id })
}
