import type { Told } from './seed.ts'
import type { Story } from './story.ts'

/** The district's years in the order they happened. */
export async function tellAll(story: Story, told: Told) {
  told(`${story.district.communities.length} communities`)
}
