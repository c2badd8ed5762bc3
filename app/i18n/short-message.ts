import type { Translate } from './index.ts'
import { told } from './index.ts'

type Word = { message: string; params: Record<string, string> }

/** The words of a short message. One that leads to a page of ours names its whole address; where none is known it says only that something moved. */
export function wordsOf(t: Translate, { message, params }: Word, origin: string | undefined): string {
  const { path, ...rest } = params
  if (path === undefined) return told(t, `${message}?${new URLSearchParams(rest)}`)
  if (!origin) return t('sms.notice')
  return told(t, `${message}?${new URLSearchParams({ ...rest, link: `${origin}${path}` })}`)
}
