import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { FamilyCode } from '#app/components/care/family-code.tsx'
import { VisitActs } from '#app/components/care/visit-acts.tsx'
import { useVisitFacts } from '#app/components/care/visit-facts.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Links } from '#app/components/entry.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { PhotoLinks } from '#app/components/photos-field.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { visitActions } from '#app/http/visit-actions.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { visitPage } from '#domain/deliver/care/visit-page.ts'

export const handle = titled<{ visit: { item: string } }>((t, { visit }) =>
  t('visit.title', { item: visit.item }),
)
export const loader = pageLoader((ctx, { orderId }) => visitPage(ctx, orderId!))
export const action = visitActions

const kinds = {
  placed: 'wait',
  accepted: 'live',
  here: 'live',
  done: 'wait',
  confirmed: 'done',
  refused: 'late',
  cancelled: 'plain',
} as const

export default function Visit() {
  const t = useT()
  const shown = useLoaderData<typeof loader>()
  const facts = useVisitFacts(shown)
  const { visit, acts, code, complaints, careId, reads, rates, person, route } = shown
  const state = visit.state === 'accepted' && visit.checkedInAt ? 'here' : visit.state
  const home = reads ? { to: `/care/${careId}`, label: t('care.card', { name: person }) } : { to: '/desk' }
  return (
    <Page
      narrow
      back={route ? { to: '/care/route', label: t('visit.route') } : home}
      eyebrow={visit.refNo}
      title={t('visit.title', { item: visit.item })}
      lead={<Tag kind={kinds[state]}>{t(`visit.state.${state}`)}</Tag>}
    >
      {visit.reason ? <Note kind="wait">{t('order.reason', { reason: visit.reason })}</Note> : null}
      <Facts facts={facts} />
      <PhotoLinks at={`/care/visits/${visit.id}/photo`} ids={shown.photoIds} />
      {acts.confirm ? null : <FamilyCode code={code} />}
      <VisitActs {...shown} />
      {acts.confirm ? <FamilyCode code={code} /> : null}
      {rates ? <Links links={[{ to: `/orders/${visit.id}`, label: t('order.rated.title') }]} /> : null}
      {complaints.length > 0 ? (
        <Section title={t('visit.complaints')}>
          {complaints.map(({ id, refNo, state: at }) => (
            <p key={id}>
              <a href={`/care/complaints/${id}`}>{t('care.complaint.title', { no: refNo })}</a>{' '}
              <Tag>{t(`care.complaint.state.${at}`)}</Tag>
            </p>
          ))}
        </Section>
      ) : null}
    </Page>
  )
}
