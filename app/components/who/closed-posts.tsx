import { useLang, useT } from '#app/i18n/use-t.ts'
import type { closedPosts } from '#domain/who/sign-in/closed-posts.ts'
import { ButtonLink } from '../button.tsx'
import { Note } from '../card.tsx'

type Closed = NonNullable<Awaited<ReturnType<typeof closedPosts>>>

/** Posts that a code by telephone does not open, and the way to open them. */
export const ClosedPosts = ({ closed }: { closed: Closed }) => {
  const t = useT()
  const lang = useLang()
  const posts = closed.posts.map(
    (p) => `${(lang === 'en' && p.partyNameEn) || p.partyName} ${t(`role.${p.role}`)}`,
  )
  return (
    <Note kind="wait">
      <p>{t('posts.closed', { posts: posts.join(lang === 'en' ? ', ' : '、') })}</p>
      <ButtonLink to={closed.hasKey ? '/sign-in/staff' : '/me/key'}>
        {t(closed.hasKey ? 'posts.sign-in' : 'posts.first-key')}
      </ButtonLink>
    </Note>
  )
}
