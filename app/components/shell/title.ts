import { useMatches } from '@remix-run/react'
import { useContext } from 'react'
import { UNSAFE_DataRouterStateContext } from 'react-router-dom'
import { isKey, type Key, type Translate } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'

type Namer<Data> = (t: Translate, data: Data) => string
export type Titled = { title: Namer<never> }

/** A route's name in the browser's tab: `export const handle = titled('need.title')`, or made from its data. */
export const titled = <Data = unknown>(title: Key | Namer<Data>): Titled => ({
  title: typeof title === 'string' ? (t) => t(title) : (title as Namer<never>),
})

const nameIn = (handle: unknown): Namer<unknown> | undefined =>
  typeof handle === 'object' && handle !== null && 'title' in handle && typeof handle.title === 'function'
    ? (handle.title as Namer<unknown>)
    : undefined

const isWrong = (answers: Record<string, unknown> | null | undefined) =>
  Object.values(answers ?? {}).some(
    (answer) => typeof answer === 'object' && answer !== null && 'error' in answer && Boolean(answer.error),
  )

/** The tab's words: the deepest route's name, with what is wrong said first. */
export const useTitle = () => {
  const t = useT()
  const matches = useMatches()
  const state = useContext(UNSAFE_DataRouterStateContext)
  const named = matches.findLast(({ handle }) => nameIn(handle))
  const failed = Object.values(state?.errors ?? {}).find(
    (error) => typeof error === 'object' && error && 'status' in error,
  )
  const trouble = state?.errors
    ? `trouble.${(failed as { status?: number } | undefined)?.status ?? 500}.title`
    : ''
  const name = trouble
    ? t(isKey(trouble) ? trouble : 'trouble.500.title')
    : named && nameIn(named.handle)?.(t, named.data)
  const wrong = isWrong(state?.actionData) ? t('form.wrong') : ''
  return wrong + [name, t('brand')].filter(Boolean).join(' · ')
}
