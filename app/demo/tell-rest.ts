import type { Told } from './seed.ts'
import type { Story } from './story.ts'
import type { Needs } from './tell-needs.ts'
import { tellPurchases } from './tell-purchases.ts'

/** What follows once the needs stand: purchases, services, everyday asks. */
export async function tellRest(story: Story, needs: Needs, told: Told) {
  const purchases = await tellPurchases(story, needs)
  told(`${purchases.size} purchases`)
}
