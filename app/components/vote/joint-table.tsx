import { useFormat } from '#app/components/format.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import type { readResult } from '#domain/ask/vote/read-result.ts'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'

type Data = Pick<Awaited<ReturnType<typeof readResult>>, 'slate' | 'tally' | 'bodies'>

/** 联合评选: each side's raw count beside the joint score, and the open ballot of each body. */
export const JointTable = ({ slate, tally, bodies }: Data) => {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const sides = tally.steps[0]?.joint
  if (!sides) return null
  const item = (id: string) => slate.find((s) => s.refNo === id)!
  const title = (id: string) => (lang === 'en' ? (item(id).titleEn ?? item(id).title) : item(id).title)
  return (
    <Section title={t('joint.title')}>
      <p className="quiet">{t('joint.say')}</p>
      <Table
        caption={t('joint.title')}
        captionHidden
        columns={[
          { head: t('vote.result.item') },
          ...sides.map(({ bloc, weight }) => ({
            head: t('bloc.share', { who: t(`bloc.${bloc}`), n: weight }),
          })),
          { head: t('joint.score') },
        ]}
        rows={tally.steps.map((step) => ({
          key: step.id,
          cells: [
            title(step.id),
            ...(step.joint ?? []).map(({ votes, ballots }) => t('joint.votes', { n: votes, of: ballots })),
            f.number(step.score),
          ],
        }))}
      />
      <Table
        caption={t('joint.bodies')}
        columns={[{ head: t('sign.body') }, { head: t('sign.bloc') }, { head: t('joint.chosen') }]}
        rows={bodies.map((body) => ({
          key: body.name,
          cells: [
            lang === 'en' ? (body.nameEn ?? body.name) : body.name,
            t(`bloc.${body.bloc}`),
            body.abstained
              ? t(body.abstainsSealed ? 'joint.abstained.sealed' : 'joint.abstained')
              : body.choices
                ? body.choices.map(title).join('；')
                : t('joint.absent'),
          ],
        }))}
      />
    </Section>
  )
}
