import { z } from 'zod'

/** Whether a date as it is stored, 2026-02-28, is a day there is: the 30 February is none. */
export const isDate = (typed: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(typed) &&
  !Number.isNaN(Date.parse(typed)) &&
  new Date(typed).toISOString().slice(0, 10) === typed

const isMoment = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/
/** A day and a time of Asia/Shanghai as a form sends them, `2026-12-02T17:00`. */
export const typedMoment = (error: string) =>
  z
    .string({ error })
    .refine((typed) => isMoment.test(typed) && isDate(typed.slice(0, 10)), error)
    .transform((typed) => new Date(`${typed}:00+08:00`))

/** A legal date as a form sends it. */
export const typedDate = (error: string) => z.string({ error }).refine(isDate, error)
