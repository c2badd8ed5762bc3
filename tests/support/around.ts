import { deskOf } from '#domain/open/desk.ts'
import type { Town } from './world.ts'

/** Whether a matter of somebody's desk is in time or late: a second before an instant, at it, and a second after. */
export async function around(town: Town, { who, key, due }: { who: string; key: string; due: Date }) {
  const told: string[] = []
  for (const seconds of [-1, 0, 1]) {
    town.clock.set(new Date(due.getTime() + seconds * 1_000))
    const { late, act } = await deskOf(town.as(who))
    const [item] = [...late, ...act].filter((i) => i.key === key)
    told.push(item ? (item.due?.late ? 'late' : 'in time') : 'missing')
  }
  return told
}
