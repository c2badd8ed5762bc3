import type { Told } from './seed.ts'
import type { Story } from './story.ts'
import { tellAppraisal } from './tell-appraisal.ts'
import { tellBankList } from './tell-bank-list.ts'
import { tellBooks } from './tell-books.ts'
import { tellCommunityBooks } from './tell-community-books.ts'
import { tellDelegation } from './tell-delegation.ts'
import { tellHandover } from './tell-handover.ts'
import { tellJointLogs } from './tell-joint-logs.ts'
import type { Needs } from './tell-needs.ts'
import { tellNews } from './tell-news.ts'
import { tellOversight } from './tell-oversight.ts'
import { tellPapers } from './tell-papers.ts'
import { tellPurchases } from './tell-purchases.ts'
import { tellSuggestions } from './tell-suggestions.ts'
import { tellSupervision } from './tell-supervision.ts'
import { tellTend } from './tell-tend.ts'

/** What follows once the needs stand: everyday asks, purchases, services, and what was read of all that. */
export async function tellRest(story: Story, needs: Needs, told: Told) {
  const asks = await tellSuggestions(story, needs)
  const purchases = await tellPurchases(story, needs)
  await tellJointLogs(story)
  await tellSupervision(story, purchases)
  await tellTend(story, purchases)
  await tellAppraisal(story)
  await tellOversight(story)
  await tellBooks(story)
  await tellCommunityBooks(story)
  await tellDelegation(story, needs)
  await tellBankList(story)
  await tellHandover(story)
  await tellPapers(story)
  await tellNews(story)
  told(`${purchases.size} purchases, ${asks} asks`)
}
