import { z } from 'zod'

const id = (missing: string) => z.string({ error: missing }).min(1, missing).max(64, missing)
const words = (missing: string) => z.string({ error: missing }).trim().min(5, missing).max(2000, 'form.long')

/** `seen`: the print of the list that was on the page; who signs knows what he signs. */
export const signHandoverForm = z
  .object({ toId: id('form.handover.to'), words: words('form.handover.words'), seen: id('form.required') })
  .strict()
export type SignHandover = z.output<typeof signHandoverForm> & { seatId: string }

export const signForLeaverForm = signHandoverForm
  .extend({ ground: z.string({ error: 'form.ground' }).trim().min(2, 'form.ground').max(200, 'form.long') })
  .strict()
export type SignForLeaver = z.output<typeof signForLeaverForm> & { seatId: string }

export const receiveHandoverForm = z
  .object({ checked: z.literal('yes', { error: 'form.handover.checked' }) })
  .strict()
export const returnHandoverForm = z.object({ words: words('form.handover.wanting') }).strict()
export type ReturnHandover = z.output<typeof returnHandoverForm> & { handoverId: string }
