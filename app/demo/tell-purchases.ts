import { scripts } from './scripts.ts'
import type { Story } from './story.ts'
import type { Needs } from './tell-needs.ts'
import { beginPurchase, type Purchase } from './tell-plans.ts'

/** Every purchase this product can carry, by the file's number. */
export async function tellPurchases(story: Story, needs: Needs): Promise<Map<string, Purchase>> {
  const told = new Map<string, Purchase>()
  for (const script of scripts) {
    const purchase = await beginPurchase(story, needs, script)
    told.set(script.id, purchase)
  }
  return told
}
