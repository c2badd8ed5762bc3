import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { Tag } from '#app/components/tag.tsx'
import { ExpertWorkForm, KinForm, LiftForm, NoteExpertForm } from '#app/components/who/expert-forms.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { expertWorkForm, kinForm, liftForm, noteExpertForm } from '#domain/who/experts/forms.ts'
import { declareKin, liftStanding, noteExpert, noteExpertWork } from '#domain/who/experts/keep-experts.ts'
import { readExperts } from '#domain/who/experts/read-experts.ts'

export const handle = titled('experts')
export const loader = pageLoader((ctx) => readExperts(ctx))
const goTo = () => '/desk/experts'
export const action = formActions({
  note: oneForm({ form: noteExpertForm, run: noteExpert, goTo }),
  lift: oneForm({ form: liftForm, run: liftStanding, goTo }),
  kin: oneForm({ form: kinForm, run: declareKin, goTo }),
  work: oneForm({ form: expertWorkForm, run: noteExpertWork, goTo }),
})

type Register = Awaited<ReturnType<typeof readExperts>>
const Experts = ({ experts }: Pick<Register, 'experts'>) => {
  const t = useT()
  const f = useFormat()
  const standing = (s: Register['experts'][number]['standing']) =>
    s ? (
      <Tag kind="late">
        {t(`experts.standing.${s.kind}`, { to: s.to ? f.day(s.to) : t('experts.forever') })}
      </Tag>
    ) : (
      <Tag kind="done">{t('experts.standing.ok')}</Tag>
    )
  return (
    <Table
      caption={t('experts')}
      captionHidden
      columns={[
        { head: t('draw.who') },
        { head: t('experts.fields') },
        { head: t('experts.employer') },
        { head: t('experts.ties') },
        { head: t('experts.standing') },
      ]}
      rows={experts.map((e) => ({
        key: e.id,
        cells: [
          [e.name, e.title].filter(Boolean).join(' · '),
          [e.fields.join('、'), e.expertise].filter(Boolean).join(' · '),
          e.employer ?? '',
          t('experts.ties.n', { parties: e.ties, kin: e.kin }),
          standing(e.standing),
        ],
      }))}
    />
  )
}

export default function ExpertRegister() {
  const t = useT()
  const f = useFormat()
  const { experts, bodies } = useLoaderData<typeof loader>()
  const running = experts.flatMap((e) =>
    e.standing
      ? [
          {
            id: e.standing.id,
            name: `${e.name} · ${t(`experts.kind.${e.standing.kind}`)} · ${e.standing.ground}`,
          },
        ]
      : [],
  )
  const history = experts.flatMap((e) => e.history.map((h) => ({ ...h, name: e.name })))
  if (experts.length === 0)
    return (
      <Page title={t('experts')} lead={t('experts.lead')}>
        <Empty action={{ to: '/desk/register', label: t('register.expert') }}>{t('experts.none')}</Empty>
      </Page>
    )
  return (
    <Page title={t('experts')} lead={t('experts.lead')}>
      <Experts experts={experts} />
      {history.length > 0 ? (
        <Section plain title={t('experts.history')}>
          <ul className="list-disc pl-6">
            {history.map(({ id, name, kind, from, ground }) => (
              <li key={id}>
                {name}{' '}
                {t('experts.history.one', { from: f.day(from), kind: t(`experts.kind.${kind}`), ground })}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t('experts.note')}>
        <NoteExpertForm experts={experts} />
      </Section>
      {running.length > 0 ? (
        <Section title={t('experts.lift')}>
          <LiftForm standings={running} />
        </Section>
      ) : null}
      <Section title={t('experts.kin')}>
        <KinForm experts={experts} />
      </Section>
      <Section title={t('experts.work')}>
        <ExpertWorkForm experts={experts} bodies={bodies} />
      </Section>
    </Page>
  )
}
