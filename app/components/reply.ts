import { useActionData } from '@remix-run/react'
import { createContext, useContext } from 'react'
import { told } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'

/** What an action answers when it did not do what was asked: conform's submission result. */
export type SubmissionReply = {
  status?: string
  error?: Record<string, string[] | null> | null
  initialValue?: Record<string, unknown> | null
}

/** Which form of the page a field stands in; '' where the page has only one. */
export const FormName = createContext('')

const answered = (data: unknown): SubmissionReply | undefined =>
  typeof data === 'object' && data !== null && ('error' in data || 'initialValue' in data)
    ? (data as SubmissionReply)
    : undefined

const walk = (value: unknown, name: string): unknown =>
  name
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.')
    .reduce<unknown>(
      (at, step) =>
        typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined,
      value,
    )

/** The id of a field, the same for its label, its error and the summary's link. */
export const fieldId = (form: string, name: string) => (form ? `${form}-${name}` : name)

/** The forms that stand on this page, and so say themselves why they were refused: filled as the page is drawn. */
export const FormsHere = createContext(new Set<string>())

/** The form that was answered last, with what it was answered. */
export const useAnswered = () => {
  const reply = answered(useActionData<unknown>())
  return reply && { reply, form: String(walk(reply.initialValue, '_form') ?? '') }
}
const useAnswerTo = (form: string) => {
  const last = useAnswered()
  return last?.form === form ? last.reply : undefined
}

/** What is typed in secret never comes back to a page. */
const secrets = new Set(['passphrase', 'again', 'password', 'totp', 'firstWords', 'secondWords'])
const asksSecret = (mine: SubmissionReply | undefined) =>
  Object.keys(mine?.initialValue ?? {}).some((name) => secrets.has(name))

/** Whether anything that was typed comes back with the form: an empty form has nothing to keep, and some of what is refused is not sent back. */
const keepsIn = (mine: SubmissionReply | undefined) =>
  Object.entries(mine?.initialValue ?? {}).some(
    ([name, value]) => !name.startsWith('_') && value !== '' && value !== null && value !== undefined,
  )

/** What was typed last time, if the form comes back; else the fallback. */
const typedIn = (mine: SubmissionReply | undefined) => ({
  value: (name: string, fallback = '') => {
    if (!mine) return fallback
    const typed = walk(mine.initialValue, name)
    return typeof typed === 'string' ? typed : ''
  },
  /** For choices of many. */
  values: (name: string, fallback: readonly string[] = []) => {
    if (!mine) return fallback
    const typed = walk(mine.initialValue, name)
    return Array.isArray(typed) ? typed.map(String) : typeof typed === 'string' && typed ? [typed] : []
  },
})

/** What the last sending of this form was answered: errors in words, refusals also as keys with their values, and what was typed; of the form around, or of the one named. */
export const useReply = (named?: string) => {
  const t = useT()
  const around = useContext(FormName)
  const form = named ?? around
  const mine = useAnswerTo(form)
  const errorOf = (name: string) => (mine?.error?.[name] ?? []).map((message) => told(t, message))
  const fields = Object.keys(mine?.error ?? {})
    .filter((name) => name !== '')
    .flatMap((name) => errorOf(name).map((message) => ({ name, id: fieldId(form, name), message })))
  return {
    form,
    sent: mine !== undefined,
    errors: errorOf,
    formErrors: errorOf(''),
    refusals: mine?.error?.[''] ?? [],
    fields,
    wrong: fields.length > 0 || errorOf('').length > 0,
    keeps: keepsIn(mine),
    secret: asksSecret(mine),
    ...typedIn(mine),
  }
}
