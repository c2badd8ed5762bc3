import type { Told } from './seed.ts'
import type { Story } from './story.ts'
import type { Needs } from './tell-needs.ts'
import { tellPurchases } from './tell-purchases.ts'
import { tellSuggestions } from './tell-suggestions.ts'

/** What follows once the needs stand: purchases, services, everyday asks. */
export async function tellRest(story: Story, needs: Needs, told: Told) {
  const asks = await tellSuggestions(story, needs)
  const purchases = await tellPurchases(story, needs)
  told(`${purchases.size} purchases, ${asks} asks`)
}
