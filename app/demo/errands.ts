import type { WorkCalendar } from '#app/ports/work-calendar.ts'
import type { District } from './district.ts'
import { errandWords } from './errand-words.ts'
import { neighboursOf } from './neighbours.ts'
import { type Chance, later, momentBetween, seeded } from './seeded.ts'

/** 代办: one errand of the month, from the day it was asked to the day it was done. */
export type Errand = {
  kind: 'errand'
  communityId: string
  gridId?: string
  words: string
  when: string
  by?: number
  byGrid?: boolean
  byStation?: boolean
  duty: string
  answer: readonly [string, string]
}

const two = (n: number) => String(n).padStart(2, '0')
/** A moment in the hours a station is open, within the five working days promised. */
function doneAt(chance: Chance, calendar: WorkCalendar, when: string) {
  const date = when.slice(0, 10)
  const early = calendar.isWorkday(date) && when.slice(11) < '13:00'
  const days = chance.weighted([
    [early ? 0 : 1, 5] as const,
    [1, 5] as const,
    [2, 3] as const,
    [4, 1] as const,
  ])
  return `${calendar.add(date, days)} ${two(14 + chance.below(3))}:${two(chance.below(60))}`
}
/** A clerk writes down what is told at the counter or over the telephone, on a day the station is open. */
function atCounter(chance: Chance, calendar: WorkCalendar, first: string, last: string) {
  for (;;) {
    const when = momentBetween(chance, first, last)
    if (calendar.isWorkday(when.slice(0, 10)) && when.slice(11) < '17:00') return when
  }
}

/** So many errands of a month, most where most old people live; a third come in from the rounds of the grid. */
export function errandsOf(d: District, calendar: WorkCalendar, n: number): Errand[] {
  const chance = seeded('errands')
  const first = `${d.visitLogs.period}-01`
  const last = later(`${later(first, 31).slice(0, 7)}-01`, -1)
  const homes = d.communities.map((c) => [c.id, c.age60plus] as const)
  const worked = new Set(
    d.users.flatMap((u) => u.seats.filter((s) => s.role === 'grid_worker').map((s) => s.orgRef)),
  )
  return Array.from({ length: n }, (): Errand => {
    const communityId = chance.weighted(homes)
    const grids = d.grids.filter((g) => g.communityId === communityId && worked.has(g.id))
    const how = chance.weighted([['grid', 4] as const, ['station', 3] as const, ['own', 3] as const])
    const when =
      how === 'station' ? atCounter(chance, calendar, first, last) : momentBetween(chance, first, last)
    const { words, reply, duty } = errandWords(chance, how === 'own')
    return {
      ...{ kind: 'errand', communityId, words, when, duty, answer: [doneAt(chance, calendar, when), reply] },
      ...(how === 'grid' ? { byGrid: true, gridId: chance.pick(grids).id } : {}),
      ...(how === 'station' ? { byStation: true } : {}),
      ...(how === 'own' ? { by: chance.below(neighboursOf(communityId).length) } : {}),
    }
  })
}
