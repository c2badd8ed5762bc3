import { readAll } from '#domain/who/my-notices.ts'
import { inBatches } from './batch.ts'
import type { Story } from './story.ts'

/** By last Wednesday everybody had read what he was told: what came since is new this morning. */
export const tellNews = async (story: Story) => {
  const seats = story.district.users.flatMap((u) => u.seats.map((s) => [u.id, s.role] as const))
  await inBatches(seats, ([personId, role]) => readAll(story.as(personId, '2026-11-18 18:00', role)))
}
