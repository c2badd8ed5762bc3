import { budgetLines, fundPools } from '#db/schema/index.ts'
import { installRules } from '#domain/ask/deliberation/install-rules.ts'
import { installCatalogue } from '#domain/ask/need/install-catalogue.ts'
import { installTemplates } from '#domain/ask/survey/install-templates.ts'
import { installMethods } from '#domain/buy/plan/install-methods.ts'
import { installCareForm } from '#domain/deliver/care/install-care-form.ts'
import { installContractTemplates } from '#domain/deliver/contract/template/install-contract-templates.ts'
import { installAssessmentForms } from '#domain/deliver/supervision/assessment/install-assessment-forms.ts'
import { openLine } from '#domain/treasury/open-line.ts'
import { installPoolRules } from '#domain/treasury/pool-rules-data.ts'
import type { Story } from './story.ts'

/** What the product itself brings to any place: methods, templates, the catalogue; and the lines of approved pools, opened on the ledger. */
export async function grounds(story: Story) {
  const pools = new Map((await story.store.db.select().from(fundPools)).map((p) => [p.id, p]))
  const lines = await story.store.db.select().from(budgetLines)
  await story.store.transact(async (tx) => {
    await installMethods(tx)
    await installPoolRules(tx)
    await installContractTemplates(tx)
    await installAssessmentForms(tx)
    await installCareForm(tx)
    await installCatalogue(tx)
    await installTemplates(tx, new Date('2025-01-01T09:00:00+08:00'))
    await installRules(tx, new Date('2025-01-01T09:00:00+08:00'))
    for (const line of lines) {
      const on = pools.get(line.poolId)?.approvedOn
      const finance = story.as(story.who('district_finance', 'GOV-MZ'), `${on ?? '2026-11-02'} 15:00`)
      await openLine(tx, finance, line)
    }
  })
}
