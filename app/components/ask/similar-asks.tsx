import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { Similar } from '#domain/ask/suggestion/find-similar.ts'
import { Section } from '../page.tsx'
import { Rows } from '../rows.tsx'

/** What neighbours already asked for, before a second ask is written: 我也需要 is one tap away. */
export const SimilarAsks = ({ similar, place }: { similar: readonly Similar[]; place: string }) => {
  const t = useT()
  if (similar.length === 0) return null
  return (
    <Section plain title={t('ask.similar', { n: similar.length })}>
      <p className="small quiet">{t('ask.similar.say', { place })}</p>
      <Rows
        rows={similar.map(({ kind, ref, title, category, also, state }) => {
          const to = kind === 'need' ? `/needs/${ref}` : `/suggestions/${ref}`
          return {
            key: ref,
            title:
              title ??
              t('ask.similar.ask', { category: category ? t(`category.${category}` as Key) : place }),
            to,
            of: t('ask.similar.of', {
              n: also,
              state: t((kind === 'need' ? `need.state.${state}` : `suggestion.state.${state}`) as Key),
            }),
            action: { to: kind === 'need' ? `${to}/me-too` : to, label: t('ask.me-too') },
          }
        })}
      />
    </Section>
  )
}
