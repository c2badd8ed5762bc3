import { standingClock } from '#app/ports/clock.ts'
import type { Files } from '#app/ports/files/files.ts'
import type { Vault } from '#app/ports/vault.ts'
import { type WorkCalendar, workCalendar } from '#app/ports/work-calendar.ts'
import { calendarYears } from '#db/schema/index.ts'
import type { Store } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import type { Context } from '#domain/context.ts'
import type { Actor } from '#domain/who/actor.ts'
import type { District } from './district.ts'

function seatedAt({ users }: District, role: Role, partyId: string) {
  const found = users.find((u) => u.seats.some((s) => s.role === role && s.orgRef === partyId))
  if (!found) throw new Error(`no ${role} at ${partyId} in the demo`)
  return found.id
}

/** One of the cast, in the seat asked for, or in the first that he holds. */
function actorOf(user: District['users'][number], communityId: string | null, role?: Role): Actor {
  const held = user.seats.map((s, i) => ({ id: `${user.id}-${i + 1}`, role: s.role, partyId: s.orgRef }))
  const seat = held.find((s) => s.role === role) ?? held[0] ?? null
  return { personId: user.id, seat, seats: held, communityId }
}

/** The passphrases of the story stand in docs/demo.md: making a guess of them dear would guard nothing and take minutes. */
const known = { N: 2 ** 10, r: 8, p: 1 }

/** Tells the demo's story: anyone of the cast, at any moment, through the same commands as everybody else. */
export type Story = {
  district: District
  store: Store
  /** The person sitting as `role` at that body. */
  who: (role: Role, partyId: string) => string
  /** That person's context at that moment of Asia/Shanghai, e.g. `2026-03-16 10:00`. */
  as: (personId: string, when: string, role?: Role) => Context
  /** Whoever sits as `role` at that body, in that seat. */
  sit: (role: Role, partyId: string, when: string) => Context
  /** Someone who holds no seat: a neighbour by his id, or nobody known. */
  asResident: (personId: string | null, communityId: string | null, when: string) => Context
}

export async function openStory(
  store: Store,
  vault: Vault,
  files: Files,
  district: District,
): Promise<Story> {
  const calendar: WorkCalendar = workCalendar(await store.db.select().from(calendarYears))
  const communityOf = new Map(district.residents.map((r) => [r.id, r.communityId]))
  const users = new Map(district.users.map((u) => [u.id, u]))
  const who = (role: Role, partyId: string) => seatedAt(district, role, partyId)
  const { db, transact, scrub } = store
  const kept = { db, transact, scrub, calendar, files, vault: { ...vault, guessCost: known } }
  const at = (actor: Actor, when: string): Context => {
    const clock = standingClock(new Date(`${when.replace(' ', 'T')}:00+08:00`))
    return { ...kept, actor, clock, wall: clock }
  }
  const as = (personId: string, when: string, role?: Role): Context => {
    const user = users.get(personId)
    if (!user) throw new Error(`nobody called ${personId} in the demo`)
    return at(actorOf(user, communityOf.get(user.profileRef ?? '') ?? null, role), when)
  }
  const sit = (role: Role, partyId: string, when: string): Context => {
    const ctx = as(who(role, partyId), when)
    const seat = ctx.actor.seats.find((s) => s.role === role && s.partyId === partyId) ?? null
    return { ...ctx, actor: { ...ctx.actor, seat } }
  }
  const asResident = (personId: string | null, communityId: string | null, when: string) =>
    at({ personId, seat: null, seats: [], communityId }, when)
  return { district, store, who, as, sit, asResident }
}
