import { budgetLines } from '#db/schema/index.ts'
import { openLine } from '#domain/treasury/open-line.ts'
import type { Story } from './story.ts'

/** What the product itself brings to any place: lines opened on the ledger, methods, templates, the catalogue. */
export async function grounds(story: Story) {
  const lines = await story.store.db.select().from(budgetLines)
  const finance = story.as(story.who('district_finance', 'GOV-MZ'), '2025-01-20 09:00')
  await finance.transact(async (tx) => {
    for (const line of lines) await openLine(tx, finance, line)
  })
}
