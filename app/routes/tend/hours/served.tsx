import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { ServiceActs } from '#app/components/tend/hour-acts.tsx'
import { useMinutes } from '#app/components/tend/minutes.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { cancelService, claimService, giveUpService, takeService } from '#domain/tend/hours/carry-service.ts'
import {
  confirmService,
  counterService,
  declineService,
  withdrawService,
} from '#domain/tend/hours/decide-service.ts'
import { auditService } from '#domain/tend/hours/double-claims.ts'
import { auditForm, claimHoursForm, emptyForm, reasonForm } from '#domain/tend/hours/forms.ts'
import { servicePage } from '#domain/tend/hours/read-service.ts'

export const handle = titled<{ service: { refNo: string } }>((t, { service }) =>
  t('hours.service', { no: service.refNo }),
)
export const loader = pageLoader((ctx, { serviceId }) => servicePage(ctx, serviceId!))
const on = formsOf(
  ({ serviceId = '' }) => ({ serviceId }),
  ({ id }: { id: string }) => `/hours/services/${id}`,
)
export const action = formActions({
  take: on(emptyForm, takeService),
  giveUp: on(emptyForm, giveUpService, { goTo: () => '/hours/me' }),
  cancel: on(emptyForm, cancelService),
  confirm: on(emptyForm, confirmService),
  withdraw: on(emptyForm, withdrawService),
  decline: on(reasonForm, declineService),
  counter: on(reasonForm, counterService),
  claim: on(claimHoursForm, claimService),
  audit: on(auditForm, auditService),
})

const kinds = {
  asked: 'wait',
  taken: 'live',
  claimed: 'wait',
  confirmed: 'done',
  declined: 'late',
  withdrawn: 'plain',
  countered: 'late',
} as const

/** One service: what, for whom, how long, and who still has to say so. */
export default function HourService() {
  const t = useT()
  const f = useFormat()
  const amount = useMinutes()
  const { service: s, host, asker, volunteer, acts } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/hours', label: t('hours.title') }}
      eyebrow={s.refNo}
      title={t(`hours.task.${s.task}`)}
      lead={<Tag kind={kinds[s.state]}>{t(`hours.state.${s.state}`)}</Tag>}
    >
      {s.reason ? <Note kind="wait">{t('hours.reason', { reason: s.reason })}</Note> : null}
      <Facts
        facts={[
          { term: t('hours.words'), text: s.words },
          { term: t('hours.on'), text: f.day(s.on) },
          ...(s.planned ? [{ term: t('hours.planned'), text: amount(s.planned) }] : []),
          ...(s.minutes ? [{ term: t('hours.served'), text: amount(s.minutes) }] : []),
          ...(host ? [{ term: t('hours.host'), text: host }] : []),
          ...(asker ? [{ term: t('hours.asker'), text: asker }] : []),
          ...(volunteer ? [{ term: t('hours.volunteer'), text: volunteer }] : []),
          ...(s.auditWords ? [{ term: t('hours.audit.words'), text: s.auditWords }] : []),
        ]}
      />
      <ServiceActs acts={acts} service={s} />
    </Page>
  )
}
