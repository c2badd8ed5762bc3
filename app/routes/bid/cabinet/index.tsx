import { useLoaderData } from '@remix-run/react'
import { Details } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { type Task, TaskList } from '#app/components/task-list.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readCabinet } from '#domain/buy/proposal/cabinet/read-cabinet.ts'

export const handle = titled('cabinet.title')
export const loader = pageLoader(readCabinet)

export default function Cabinet() {
  const t = useT()
  const f = useFormat()
  const { party, cabinet, saved } = useLoaderData<typeof loader>()
  const drawer = (name: 'facts' | 'record' | 'texts' | 'team', n: number): Task => ({
    title: t(`cabinet.${name}`),
    to: `/cabinet/${name}`,
    state: n > 0 ? t('cabinet.n', { n }) : t('cabinet.empty'),
    kind: n > 0 ? 'done' : 'plain',
  })
  const parts = Object.entries(cabinet.plan)
  return (
    <Page
      narrow
      eyebrow={party.name}
      title={t('cabinet.title')}
      lead={t('cabinet.lead', { name: party.name })}
    >
      {saved ? (
        <p className="small quiet">{t('cabinet.saved', { by: saved.by, at: f.dateTime(saved.at) })}</p>
      ) : null}
      <TaskList
        tasks={[
          drawer('facts', (cabinet.contact ? 1 : 0) + (cabinet.bank ? 1 : 0)),
          drawer('record', cabinet.experience.length + cabinet.finance.length),
          drawer('texts', Object.keys(cabinet.texts).length),
          drawer('team', cabinet.team.length),
        ]}
      />
      <Section title={t('cabinet.from-proposals')}>
        {parts.length === 0 ? <p className="quiet">{t('cabinet.from-proposals.none')}</p> : null}
        {parts.map(([name, words]) => (
          <Details key={name} summary={name}>
            <p className="whitespace-pre-line">{words}</p>
          </Details>
        ))}
        {cabinet.lines.length > 0 ? (
          <>
            <h3 className="mt-6">{t('cabinet.lines')}</h3>
            <p>{cabinet.lines.map(({ kind, label }) => `${t(`bid.kind.${kind}`)} ${label}`).join(' · ')}</p>
          </>
        ) : null}
      </Section>
      <Section title={t('cabinet.register')}>
        <p className="small quiet">{t('cabinet.register.lead')}</p>
        <Facts
          facts={[
            { term: t('bid.organisation.name'), text: party.name },
            { term: t('bid.organisation.uscc'), text: party.uscc ?? t('bid.organisation.no-uscc') },
            ...(party.form
              ? [{ term: t('bid.organisation.form'), text: t(`party.form.${party.form}`) }]
              : []),
            ...(party.grade
              ? [
                  {
                    term: t('bid.organisation.grade'),
                    text: t('bid.organisation.grade.until', {
                      grade: party.grade,
                      until: party.gradeUntil ? f.day(party.gradeUntil) : '',
                    }),
                  },
                ]
              : []),
            { term: t('bid.organisation.credit'), text: t(`party.credit.${party.credit}`) },
          ]}
        />
      </Section>
    </Page>
  )
}
