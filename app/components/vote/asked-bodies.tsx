import { Section } from '#app/components/page.tsx'
import { Table } from '#app/components/table.tsx'
import { Tag } from '#app/components/tag.tsx'
import { useLang, useT } from '#app/i18n/use-t.ts'
import type { askedBodies } from '#domain/ask/vote/bodies.ts'

type Props = { bodies: Awaited<ReturnType<typeof askedBodies>> }

/** 联合评选: who votes beside the residents, and who has declared that it abstains. */
export const AskedBodies = ({ bodies }: Props) => {
  const t = useT()
  const lang = useLang()
  if (bodies.length === 0) return null
  return (
    <Section title={t('round.bodies')}>
      <p>{t('round.bodies.say')}</p>
      <Table
        caption={t('round.bodies')}
        captionHidden
        columns={[{ head: t('sign.body') }, { head: t('sign.bloc') }, { head: t('round.bodies.part') }]}
        rows={bodies.map(({ name, nameEn, bloc, abstains }) => ({
          key: name,
          cells: [
            lang === 'en' ? (nameEn ?? name) : name,
            t(`bloc.${bloc}`),
            abstains ? (
              <Tag key="a" kind="wait">
                {t('joint.abstained.sealed')}
              </Tag>
            ) : (
              t('round.bodies.votes')
            ),
          ],
        }))}
      />
    </Section>
  )
}
