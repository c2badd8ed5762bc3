import { useT } from '#app/i18n/use-t.ts'
import type { TenderPage } from '#domain/buy/tender/tender-page.ts'
import { ButtonLink } from '../button.tsx'
import { useShell } from '../shell/shell.ts'
import { useSignIn } from '../shell/sign-in-link.ts'

/** The way into a proposal: for who may write one, and for a visitor who has yet to say who he is. */
export const ProposeLink = ({ page: { tender, mayPropose } }: { page: TenderPage }) => {
  const signIn = useSignIn()
  const t = useT()
  const { viewer } = useShell()
  if (mayPropose) return <ButtonLink to={`/tenders/${tender.id}/proposal`}>{t('tender.propose')}</ButtonLink>
  return viewer ? null : <ButtonLink to={signIn}>{t('tender.propose.sign-in')}</ButtonLink>
}
