import { z } from 'zod'

export const endSessionForm = z.object({ sessionId: z.string({ error: 'form.required' }).max(64) }).strict()
