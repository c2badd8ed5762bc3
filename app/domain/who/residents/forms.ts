import { z } from 'zod'
import { ageBands } from '#db/vocabulary.ts'
import { askCodeForm } from '../sign-in/forms.ts'

const { phone } = askCodeForm.shape
const name = z.string().trim().min(1, 'form.required').max(40, 'form.long').optional()
export const residentForm = z
  .object({
    phone,
    name,
    ageBand: z.enum(ageBands, { error: 'form.required' }),
    gridId: z.string().max(64).optional(),
  })
  .strict()
export type OneResident = z.output<typeof residentForm>

/** The band an age in full years falls into. */
export const bandOf = (age: number): OneResident['ageBand'] =>
  age < 18 ? 'under18' : age < 36 ? '18-35' : age < 60 ? '36-59' : age < 80 ? '60-79' : '80+'

const most = 500
const lineForm = z.tuple([
  phone,
  z.string().trim().min(1).max(40),
  z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().max(130)),
])
/** A roll as it is pasted from a sheet: 手机号、称呼、周岁 and, where known, the grid's name; a line each. */
export const rollForm = z
  .object({
    rows: z.string({ error: 'form.required' }).transform((typed, at) => {
      const lines = typed
        .normalize('NFKC')
        .split('\n')
        .filter((line) => line.trim())
      if (lines.length === 0 || lines.length > most) {
        at.addIssue({ code: 'custom', message: lines.length ? 'form.roll.most' : 'form.required' })
        return z.NEVER
      }
      return lines.flatMap((line, i) => {
        const [number, called, age, grid] = line.split(/[,、\t]/).map((cell) => cell.trim())
        const read = lineForm.safeParse([number, called, age])
        if (read.success) return [{ line: i + 1, told: read.data, grid: grid || null }]
        at.addIssue({ code: 'custom', message: 'form.roll.line' })
        return []
      })
    }),
  })
  .strict()
