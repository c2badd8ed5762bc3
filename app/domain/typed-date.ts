import { z } from 'zod'

/** Whether a date as it is stored, 2026-02-28, is a day there is: the 30 February is none. */
export const isDate = (typed: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(typed) &&
  !Number.isNaN(Date.parse(typed)) &&
  new Date(typed).toISOString().slice(0, 10) === typed

/** A legal date as a form sends it. */
export const typedDate = (error: string) => z.string({ error }).refine(isDate, error)
