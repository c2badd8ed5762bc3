import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { isKey, type Key, told } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { ButtonLink } from '../button.tsx'
import { Page } from '../page.tsx'
import { Way } from '../way.tsx'
import { useShell } from './shell.ts'

const known: Readonly<Record<number, number>> = { 401: 403, 405: 400, 410: 404 }
const keyOf = (status: number, part: 'title' | 'text'): Key => {
  const key = `trouble.${known[status] ?? status}.${part}`
  return isKey(key) ? key : `trouble.500.${part}`
}
const reasonIn = (data: unknown) => {
  if (typeof data === 'string') return data
  const said = typeof data === 'object' && data !== null && 'message' in data ? data.message : ''
  return typeof said === 'string' ? said : ''
}

/** What went wrong, in the reader's words, and what to do now. */
export const Trouble = () => {
  const t = useT()
  const { viewer, path } = useShell()
  const error = useRouteError()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const message = isRouteErrorResponse(error) ? reasonIn(error.data) : ''
  const reason = isKey(message.split('?')[0] ?? '') ? told(t, message) : t(keyOf(status, 'text'))
  return (
    <Page narrow eyebrow={String(status)} title={t(keyOf(status, 'title'))} lead={reason}>
      <div className="acts">
        {(status === 403 || status === 404) && !viewer ? (
          <ButtonLink to={`/sign-in?to=${encodeURIComponent(path)}`}>{t('trouble.sign-in')}</ButtonLink>
        ) : null}
        <Way message={message} />
        <ButtonLink to="/" look="second">
          {t('trouble.home')}
        </ButtonLink>
        <a className="hit" href="/track">
          {t('trouble.track')}
        </a>
      </div>
    </Page>
  )
}
