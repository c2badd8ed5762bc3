import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookingSlots, bookings } from '#db/schema/index.ts'
import { askBooking } from '#domain/tend/resources/ask-booking.ts'
import {
  cancelBooking,
  lendBooking,
  refuseBooking,
  returnBooking,
} from '#domain/tend/resources/carry-booking.ts'
import { deskOfResources } from '#domain/tend/resources/desk.ts'
import { bookingForm, resourceForm } from '#domain/tend/resources/forms.ts'
import { closeResource, listResource } from '#domain/tend/resources/list-resource.ts'
import {
  bookingPage,
  myBookings,
  resourceDesk,
  resourcePage,
  resourcesPage,
} from '#domain/tend/resources/resource-pages.ts'
import { slotsOf } from '#domain/tend/resources/slots.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const room = {
  ...{ kind: 'room' as const, name: '议事厅', words: '投影、30 把椅子', address: '青石里 1 号' },
  ...{ opens: 8, closes: 21 },
}
const chairs = { ...room, kind: 'equipment' as const, name: '轮椅', opens: undefined, closes: undefined }
const morning = { from: '2026-03-03', opens: 9, closes: 11, purpose: '读书会', to: undefined }

async function lent(town: Town) {
  const { id: resourceId } = await listResource(town.as('clerk'), room)
  const { id: wheel } = await listResource(town.as('clerk'), chairs)
  const ask = (who: string, more: object = {}) =>
    askBooking(town.as(who), { resourceId, ...morning, ...more })
  const day = (who: string, from: string, to?: string) =>
    askBooking(town.as(who), {
      resourceId: wheel,
      from,
      to,
      purpose: '接老人出院',
      opens: undefined,
      closes: undefined,
    })
  return { resourceId, wheel, ask, day }
}

test('a body lists what it lends; anybody asks for a time that is free, and nobody gets a time twice', async () => {
  const town = await world()
  await expect(listResource(town.as('resident1'), room)).rejects.toEqual(refused('needs-another-seat'))
  const { resourceId, ask, day, wheel } = await lent(town)
  await expect(askBooking(town.as(null), { resourceId, ...morning })).rejects.toEqual(
    refused('sign-in-first'),
  )
  const { id } = await ask('resident1')
  await expect(ask('resident2', { opens: 10, closes: 12 })).rejects.toEqual(refused('booking-taken'))
  await ask('resident2', { opens: 11, closes: 12 })
  for (const [more, why] of [
    [{ opens: 7, closes: 9 }, 'booking-outside-hours'],
    [{ opens: 20, closes: 22 }, 'booking-outside-hours'],
    [{ opens: 12, closes: 12 }, 'booking-hours-needed'],
    [{ opens: undefined, closes: undefined }, 'booking-hours-needed'],
    [{ from: '2026-03-02', opens: 8, closes: 10 }, 'booking-past'],
    [{ from: '2026-06-01' }, 'booking-too-far'],
  ] as const)
    await expect(ask('resident2', more)).rejects.toEqual(refused(why))
  await day('resident1', '2026-03-10', '2026-03-12')
  await expect(day('resident2', '2026-03-12', '2026-03-15')).rejects.toEqual(refused('booking-taken'))
  await expect(day('resident2', '2026-03-13', '2026-03-27')).rejects.toEqual(refused('booking-too-long'))
  await expect(day('resident2', '2026-03-15', '2026-03-14')).rejects.toEqual(refused('booking-ends-before'))
  await expect(closeResource(town.as('clerk'), { resourceId: wheel })).rejects.toEqual(
    refused('resource-booked'),
  )
  // the database itself refuses a slot that is taken
  const slot = { resourceId, bookingId: id, slot: '2026-03-03T09' }
  await expect(town.transact((tx) => tx.insert(bookingSlots).values(slot))).rejects.toThrow()
})

test('asked, lent by the owner, brought back; a refusal or a cancellation frees the time', async () => {
  const town = await world()
  const { ask, resourceId } = await lent(town)
  const { id: bookingId } = await ask('resident1')
  expect((await deskOfResources(town.db, town.as('clerk'))).map(({ key }) => key)).toEqual(['booking.lend'])
  await expect(lendBooking(town.as('clerk2'), { bookingId })).rejects.toEqual(refused('not-your-body'))
  await expect(bookingPage(town.as('resident2'), bookingId)).rejects.toEqual(refused('booking-not-yours'))
  await refuseBooking(town.as('clerk'), { bookingId, reason: '当天已有会议' })
  const { id: next } = await ask('resident2')
  await lendBooking(town.as('clerk'), { bookingId: next })
  await expect(lendBooking(town.as('clerk'), { bookingId: next })).rejects.toEqual(
    refused('not-in-this-state'),
  )
  await expect(cancelBooking(town.as('resident1'), { bookingId: next })).rejects.toEqual(
    refused('booking-of-another'),
  )
  await cancelBooking(town.as('resident2'), { bookingId: next })
  const { id: third } = await ask('resident3')
  const own = await ask('clerk', { opens: 14, closes: 15 })
  await expect(lendBooking(town.as('clerk'), { bookingId: own.id })).rejects.toEqual(refused('booking-own'))
  await lendBooking(town.as('director'), { bookingId: own.id })
  await lendBooking(town.as('clerk'), { bookingId: third })
  const back = () => returnBooking(town.as('clerk'), { bookingId: third, condition: '完好' })
  await expect(back()).rejects.toEqual(refused('booking-not-begun'))
  town.clock.set(new Date('2026-03-03T12:00:00+08:00'))
  await expect(cancelBooking(town.as('resident3'), { bookingId: third })).rejects.toEqual(
    refused('booking-begun'),
  )
  const late = await deskOfResources(town.db, town.as('clerk'))
  expect(late.map(({ key, link }) => [key, link])).toEqual([['booking.return', `/bookings/${third}`]])
  await back()
  const kept = await town.db.select().from(bookingSlots).where(eq(bookingSlots.resourceId, resourceId))
  expect(kept.map(({ slot }) => slot)).toEqual(['2026-03-03T14'])
})

test('the directory names nobody who borrows; what is closed is asked for no more', async () => {
  const town = await world()
  const { ask, resourceId, wheel } = await lent(town)
  await ask('resident1')
  const page = await resourcePage(town.as(null), resourceId)
  expect(page.taken).toEqual([{ day: '2026-03-03', hours: [9, 10] }])
  expect(JSON.stringify(page)).not.toMatch(/resident1|读书会/)
  expect((await myBookings(town.as('resident1'))).bookings).toHaveLength(1)
  await expect(myBookings(town.as(null))).rejects.toEqual(refused('sign-in-first'))
  expect((await resourceDesk(town.as('director'))).bookings).toHaveLength(1)
  await expect(resourceDesk(town.as('finance'))).rejects.toEqual(refused('needs-another-seat'))
  await closeResource(town.as('director'), { resourceId: wheel })
  expect((await resourcesPage(town.as(null))).resources.map(({ name }) => name)).toEqual(['议事厅'])
  await expect(askBooking(town.as('resident1'), { resourceId: wheel, ...morning })).rejects.toEqual(
    refused('resource-closed'),
  )
})

test('what is typed is told what is wrong with it', () => {
  const errors = (form: typeof resourceForm | typeof bookingForm, typed: object) =>
    form.safeParse(typed).error?.issues.map(({ message }) => message) ?? []
  const typed = { kind: 'room', name: '议事厅', words: '三十把椅子', address: '青石里 1 号' }
  expect(errors(resourceForm, typed)).toEqual([])
  expect(errors(resourceForm, { ...typed, opens: '9' })).toEqual(['form.resource.hours'])
  expect(errors(resourceForm, { ...typed, opens: '21', closes: '8' })).toEqual(['form.resource.hours'])
  expect(errors(resourceForm, { ...typed, kind: 'car', opens: '9', closes: '25' })).toEqual([
    'form.resource.kind',
    'form.resource.hours',
  ])
  expect(errors(bookingForm, { from: '2026-02-30', purpose: '' })).toEqual([
    'form.booking.day',
    'form.booking.purpose',
  ])
})

test('two bookings share a slot just where their hours overlap, and each takes as many as it lasts', () => {
  const span = fc
    .tuple(fc.integer({ min: 8, max: 20 }), fc.integer({ min: 1, max: 6 }))
    .map(([opens, length]) => ({ opens, closes: Math.min(21, opens + length) }))
  fc.assert(
    fc.property(span, span, (one, two) => {
      const [a, b] = [one, two].map((hours) => slotsOf({ opens: 8, closes: 21 }, { ...morning, ...hours }))
      expect(a).toHaveLength(one.closes - one.opens)
      const overlap = one.opens < two.closes && two.opens < one.closes
      expect(a!.some((slot) => b!.includes(slot))).toBe(overlap)
    }),
    { numRuns: 100 },
  )
})

test('two who ask for the same hour at once: one has it', async () => {
  const town = await world()
  const { ask } = await lent(town)
  const all = await Promise.allSettled(
    ['resident1', 'resident2', 'resident3', 'resident4'].map((who) => ask(who)),
  )
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await town.db.select().from(bookings)).toHaveLength(1)
})
