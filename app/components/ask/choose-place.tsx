import { useT } from '#app/i18n/use-t.ts'
import type { choosePlace } from '#domain/ask/suggestion/choose-place.ts'
import { Links } from '../entry.tsx'
import { Section } from '../page.tsx'

type Step = Awaited<ReturnType<typeof choosePlace>>
const here = '/ask/new/place'

/** 街道 → 社区, one list at a time; what is chosen already stays in sight and may be chosen again. */
export const ChoosePlace = ({ streets, street, communities, community }: Step) => {
  const t = useT()
  if (community)
    return (
      <Section plain title={t('ask.place.where', { community: community.name })}>
        <Links links={[{ to: `${here}?street=${street?.id ?? ''}`, label: t('ask.place.other') }]} />
      </Section>
    )
  if (street)
    return (
      <Section plain title={t('ask.community.choose', { street: street.name })}>
        <Links links={communities.map(({ id, name }) => ({ to: `${here}?community=${id}`, label: name }))} />
        {streets.length > 1 ? (
          <Links links={[{ to: `${here}?street=`, label: t('ask.street.choose') }]} />
        ) : null}
      </Section>
    )
  return (
    <Section plain title={t('ask.street.choose')}>
      <Links links={streets.map(({ id, name }) => ({ to: `${here}?street=${id}`, label: name }))} />
    </Section>
  )
}
