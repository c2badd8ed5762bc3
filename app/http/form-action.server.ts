import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import type { z } from 'zod'
import { contextOf, loadContextOf } from '#app/context.server.ts'
import type { Context } from '#domain/context.ts'
import { Refusal } from '#domain/refusal.ts'
import { noteAddress } from './address.server.ts'
import { refused, saidOf } from './page-loader.server.ts'

type Params = Record<string, string>
type Spec<Form extends z.ZodType, Done> = {
  form: Form
  run: (ctx: Context, input: z.output<Form>, params: Params, request: Request) => Promise<Done>
  /** Null: the answer, a secret, is shown in this page once; only together with `everyTime`. */
  goTo: (done: Done, params: Params) => string | null
  /** Every sending counts, and the answer, a secret, is kept nowhere: signing in. */
  everyTime?: boolean
  headers?: (done: Done, request: Request) => Promise<HeadersInit> | HeadersInit
}
type Runner = (args: ActionFunctionArgs, body: FormData) => Promise<Response | ReturnType<typeof data>>

const keyIn = (body: FormData) => {
  const key = body.get('_key')
  return typeof key === 'string' && /^[\w.-]{16,80}$/.test(key) ? key : undefined
}
const without = (body: FormData) => {
  const fields = new FormData()
  for (const [name, value] of body) if (name !== '_key' && name !== '_form') fields.append(name, value)
  return fields
}
const typedIn = (reply: { initialValue?: unknown }, body: FormData) => ({
  ...reply,
  initialValue: { ...(reply.initialValue as object | undefined), _form: String(body.get('_form') ?? '') },
})

/** One form, one command: parse, run, and say in the form itself why not. */
export const oneForm =
  <Form extends z.ZodType, Done>({ form, run, goTo, everyTime, headers }: Spec<Form, Done>): Runner =>
  async ({ request, params, context }, body) => {
    const submission = parseWithZod(without(body), { schema: form })
    if (submission.status !== 'success') return data(typedIn(submission.reply(), body), { status: 400 })
    try {
      noteAddress(request, loadContextOf(context).address)
      const ctx = await contextOf(request, context, everyTime ? undefined : keyIn(body))
      const done = await run(ctx, submission.value as z.output<Form>, params as Params, request)
      const to = goTo(done, params as Params)
      if (to === null) return data({ ...typedIn(submission.reply(), body), shown: done })
      return redirect(to, { headers: await headers?.(done, request) })
    } catch (error) {
      const { message, status, field } = saidOf(error)
      const said = field ? { fieldErrors: { [field]: [message] } } : { formErrors: [message] }
      return data(typedIn(submission.reply(said), body), { status })
    }
  }

/** The action of a page with one form. */
export const formAction = <Form extends z.ZodType, Done>(spec: Spec<Form, Done>) => {
  const run = oneForm(spec)
  return async (args: ActionFunctionArgs) => run(args, await args.request.formData())
}

type Rest<Form extends z.ZodType, Done> = Partial<Pick<Spec<Form, Done>, 'goTo' | 'everyTime' | 'headers'>>
/** The forms of one thing's page: each command is told which thing the address names, and leads back to it unless it says where to. */
export const formsOf =
  <Thing extends object, Back>(
    thing: (params: Params, request: Request) => Thing | Promise<Thing>,
    back: (done: Back, params: Params) => string,
  ) =>
  <Form extends z.ZodType<object>, Done extends Back>(
    form: Form,
    run: (ctx: Context, input: z.output<Form> & Thing, request: Request) => Promise<Done>,
    rest: Rest<Form, Done> = {},
  ) =>
    oneForm<Form, Done>({
      form,
      run: async (ctx, input, params, request) =>
        run(ctx, { ...input, ...(await thing(params, request)) }, request),
      goTo: back,
      ...rest,
    })

/** The action of a page with several forms, told apart by their name: `{ answer: oneForm({…}), reject: oneForm({…}) }`. */
export const formActions = (forms: Record<string, Runner>) => async (args: ActionFunctionArgs) => {
  const body = await args.request.formData()
  const name = String(body.get('_form') ?? '')
  const run = Object.hasOwn(forms, name) ? forms[name] : undefined
  if (!run) throw refused(new Refusal('invalid', 'unknown-form'))
  return run(args, body)
}
