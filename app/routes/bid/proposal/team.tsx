import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ProposalPage } from '#app/components/bid/proposal-page.tsx'
import { Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { memberForm, nameWorkerForm } from '#domain/buy/proposal/forms.ts'
import { type Own, readOwn } from '#domain/buy/proposal/read-own.ts'
import { askUsualTeam, dropWorker, nameWorker } from '#domain/buy/proposal/team.ts'

export const handle = titled('bid.section.team')
export const loader = pageLoader((ctx, { tenderId }) => readOwn(ctx, tenderId!))
const on = formsOf(
  ({ tenderId = '' }) => ({ tenderId }),
  ({ id }: { id: string }) => `/tenders/${id}/proposal/team`,
)
export const action = formActions({
  name: on(nameWorkerForm, nameWorker),
  usual: on(z.object({}), askUsualTeam),
  drop: on(memberForm, dropWorker),
})

const Member = ({ member }: { member: Own['team'][number] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <li className="py-4 border-b border-hair">
      <p className="mb-1">
        <b>{member.name}</b> {t(`cert.${member.level}`)} <span className="num quiet">{member.certNo}</span>{' '}
        {member.leads ? <Tag kind="plain">{t('bid.team.lead')}</Tag> : null}{' '}
        <Tag kind={member.consentedAt ? 'done' : 'wait'}>
          {t(member.consentedAt ? 'bid.team.yes' : 'bid.team.asked')}
        </Tag>
      </p>
      <p className="small quiet mb-1">{t('bid.team.until', { until: f.day(member.registeredUntil) })}</p>
      <Form
        name="drop"
        look="second"
        submit={t('bid.team.drop', { name: member.name })}
        hidden={{ memberId: member.id }}
      />
    </li>
  )
}

export default function Team() {
  const t = useT()
  const own = useLoaderData<typeof loader>()
  const usual = own.offer.team.filter(({ certNo }) => !own.team.some((m) => m.certNo === certNo))
  return (
    <ProposalPage own={own} title={t('bid.section.team')} lead={t('bid.team.text')}>
      {own.team.length === 0 ? (
        <Note>{t('bid.team.none')}</Note>
      ) : (
        <ul>
          {own.team.map((member) => (
            <Member key={member.id} member={member} />
          ))}
        </ul>
      )}
      {usual.length > 0 ? (
        <Form name="usual" look="second" submit={t('bid.team.usual')}>
          <p>{t('bid.team.usual.text', { n: usual.length, list: usual.map((u) => u.certNo).join(' · ') })}</p>
        </Form>
      ) : null}
      <Section plain title={t('bid.team.name')}>
        <Form
          name="name"
          submit={t('bid.team.ask')}
          aside={<a href={`/tenders/${own.call.id}/proposal`}>{t('bid.back')}</a>}
        >
          <Field name="certNo" label={t('bid.team.cert')} hint={t('bid.team.cert.hint')} />
          <Choices
            name="leads"
            legend={t('bid.team.role')}
            fallback={own.team.length === 0 ? 'yes' : 'no'}
            options={[
              { value: 'yes', label: t('bid.team.lead'), note: t('bid.team.lead.note') },
              { value: 'no', label: t('bid.team.member') },
            ]}
          />
        </Form>
      </Section>
    </ProposalPage>
  )
}
