import { z } from 'zod'
import type { Bank } from '../body.ts'
import { bankFault, bankFields, bankOf, bankWhole, seen } from '../typed.ts'

export const factsForm = z
  .object({ contact: z.string().trim().max(100, 'form.bid.long').default(''), ...bankFields, seen })
  .refine(bankWhole, bankFault)
  .transform((typed) => ({ contact: typed.contact, bank: bankOf(typed), seen: typed.seen }))
export type CabinetFacts = { contact: string; bank: Bank | null; seen?: string }

/** One certificate a line; the first leads. */
export const teamForm = z
  .object({ certNos: z.string().max(1000, 'form.bid.long').default(''), seen })
  .transform(({ certNos, seen: stamp }) => ({
    seen: stamp,
    team: [...new Set(certNos.split(/[\s,，;；]+/).filter(Boolean))]
      .slice(0, 12)
      .map((certNo, at) => ({ certNo, leads: at === 0 })),
  }))
export type TeamWords = Omit<z.output<typeof teamForm>, 'seen'> & { seen?: string }
