import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data } from '@remix-run/node'
import type { z } from 'zod'
import { contextOf } from '#app/context.server.ts'
import type { Context } from '#domain/context.ts'
import { saidOf } from './page-loader.server.ts'

type Spec<Form extends z.ZodType, Answer> = {
  form: Form
  run: (ctx: Context, input: z.output<Form>, params: Record<string, string>) => Promise<Answer>
}

/** A form answered on its own page: for what must stand in no address and be kept nowhere. */
export const answerAction =
  <Form extends z.ZodType, Answer>({ form, run }: Spec<Form, Answer>) =>
  async ({ request, params, context }: ActionFunctionArgs) => {
    const body = await request.formData()
    for (const name of ['_key', '_form']) body.delete(name)
    const submission = parseWithZod(body, { schema: form })
    if (submission.status !== 'success') return data({ ...submission.reply(), answer: null }, { status: 400 })
    try {
      const ctx = await contextOf(request, context)
      const answer = await run(ctx, submission.value as z.output<Form>, params as Record<string, string>)
      return data({ answer }, { headers: { 'Cache-Control': 'no-store' } })
    } catch (error) {
      const { message, status } = saidOf(error)
      return data({ ...submission.reply({ formErrors: [message] }), answer: null }, { status })
    }
  }
