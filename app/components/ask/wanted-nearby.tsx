import { useT } from '#app/i18n/use-t.ts'
import type { wantedNearby } from '#domain/ask/suggestion/wanted-nearby.ts'
import { Note } from '../card.tsx'
import { Form } from '../form.tsx'
import { ItemHeading } from '../heading.tsx'
import { Section } from '../page.tsx'

type Wanted = Awaited<ReturnType<typeof wantedNearby>>[number]

/** What most neighbours want, each with its 我也需要: a tap here counts, and nothing is written twice. */
export const WantedNearby = ({ wanted }: { wanted: readonly Wanted[] }) => {
  const t = useT()
  if (wanted.length === 0) return null
  return (
    <Section plain title={t('ask.wanted')}>
      <p className="small quiet">{t('ask.wanted.say')}</p>
      <ul className="matters">
        {wanted.map(({ id, title, also, said }) => (
          <li key={id}>
            <ItemHeading>
              <a href={`/needs/${id}`}>{title}</a>
            </ItemHeading>
            <p className="left">
              <b>{t('need.also.n', { n: also })}</b>
            </p>
            <div className="say">
              {said ? (
                <Note kind="done">{t('need.joined')}</Note>
              ) : (
                <Form
                  name={`also-${id}`}
                  action={`/needs/${id}/me-too`}
                  look="second"
                  submit={t('ask.me-too')}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
