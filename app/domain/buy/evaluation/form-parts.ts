import { z } from 'zod'

export const words = (key: string, least: number, most = 1000) =>
  z.string({ error: key }).trim().min(least, key).max(most, 'form.bid.long')
export const blank = (value: unknown) => (value === '' ? undefined : value)
/** A figure as it is typed on any keyboard: ３．５ is 3.5. */
export const digits = (value: unknown) =>
  blank(typeof value === 'string' ? value.normalize('NFKC').trim() : value)
export const person = z.preprocess(blank, z.string().max(64).optional())
export const yes = (key: string) => z.enum(['yes', 'no'], { error: key }).transform((v) => v === 'yes')

/** What a browser sends for boxes of one name: nothing, one, or several. */
export const several = <T extends z.ZodType>(one: T) =>
  z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(one).max(60))
export const conditions = several(z.coerce.number().int().min(1).max(99))
