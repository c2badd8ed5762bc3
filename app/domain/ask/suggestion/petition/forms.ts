import { z } from 'zod'

const words = (error: string, least: number, most: number) =>
  z.string({ error }).trim().min(least, error).max(most, 'form.long')
const reason = words('form.ask.reason', 5, 300)
const reply = words('form.suggestion.reply', 10, 1000)
const office = words('form.petition.office', 2, 60)

export const referPetitionForm = z.object({ reason }).strict()
export const acceptPetitionForm = z.object({ office }).strict()
export const sendBackForm = z.object({ reason }).strict()
export const declinePetitionForm = z.object({ reply }).strict()
export const extendPetitionForm = z.object({ reason }).strict()
export const finishPetitionForm = z
  .object({ opinionNo: words('form.petition.opinion-no', 2, 40), reply })
  .strict()
