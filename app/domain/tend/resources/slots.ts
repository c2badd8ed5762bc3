import { addDays, dateOf } from '../../dates.ts'
import { Refusal } from '../../refusal.ts'
import type { BookingWords } from './forms.ts'

type Lent = { opens: number | null; closes: number | null }
const two = (n: number) => String(n).padStart(2, '0')

/** The hour slots of one day, `2026-04-10T09`, within the opening hours. */
function hoursOf({ opens, closes }: Lent, asked: BookingWords) {
  const [from, to] = [asked.opens, asked.closes]
  if (from === undefined || to === undefined || from >= to)
    throw new Refusal('invalid', 'booking-hours-needed')
  if (from < opens! || to > closes!)
    throw new Refusal('invalid', 'booking-outside-hours', { opens: opens!, closes: closes! })
  return Array.from({ length: to - from }, (_, at) => `${asked.from}T${two(from + at)}`)
}

/** The day slots from the first to the last day. */
function daysOf({ from, to = from }: BookingWords) {
  if (to < from) throw new Refusal('invalid', 'booking-ends-before')
  const days = [from]
  while (days.length < 400 && days.at(-1)! < to) days.push(addDays(days.at(-1)!, 1))
  return days
}

/** Every slot that a booking takes: hours of one day where the thing is lent by the hour, else days. */
export const slotsOf = (lent: Lent, asked: BookingWords) =>
  lent.opens === null ? daysOf(asked) : hoursOf(lent, asked)

/** When a slot begins, and the first instant after it. */
export function spanOf(slot: string): { starts: Date; ends: Date } {
  const [day = '', hour] = slot.split('T')
  const starts = new Date(`${day}T${hour ?? '00'}:00:00+08:00`)
  const length = hour === undefined ? 24 : 1
  return { starts, ends: new Date(starts.getTime() + length * 3_600_000) }
}

type Bounds = { now: Date; ahead: number; most: number }
/** Not past, not too far ahead, not for too long. */
export function mustFit(slots: readonly string[], { now, ahead, most }: Bounds) {
  if (spanOf(slots[0]!).starts < now) throw new Refusal('invalid', 'booking-past')
  if (slots.at(-1)!.slice(0, 10) > addDays(dateOf(now), ahead))
    throw new Refusal('conflict', 'booking-too-far', { n: ahead })
  const days = new Set(slots.map((slot) => slot.slice(0, 10))).size
  if (days > most) throw new Refusal('conflict', 'booking-too-long', { n: most })
}
