import { useLoaderData } from '@remix-run/react'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { SeatActs } from '#app/components/who/seat-acts.tsx'
import { SeatForm } from '#app/components/who/seat-form.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Refusal } from '#domain/refusal.ts'
import { seatByForm as seatForm } from '#domain/who/seat/forms.ts'
import { seatByForm } from '#domain/who/seat/grant-by-phone.ts'
import { listSeats, seatChoices } from '#domain/who/seat/list-seats.ts'

export const handle = titled('seats.title')

export const loader = pageLoader(async (ctx, _params, url) => {
  const { db, actor } = ctx
  const own = actor.seat?.role === 'org_signer' ? actor.seat.partyId : null
  if (!own && actor.seat?.role !== 'system_admin') throw new Refusal('forbidden', 'needs-another-seat')
  const words = (url.searchParams.get('q') ?? '').slice(0, 40)
  const seats = await listSeats(ctx, words, own)
  return { words, seats, ...(await seatChoices(db, own)) }
})

export const action = formActions({
  grant: oneForm({
    form: seatForm,
    run: seatByForm,
    goTo: ({ seatId, needsWord }) => (needsWord ? `/desk/seats/${seatId}/word` : '/desk/seats'),
  }),
})

export default function Seats() {
  const t = useT()
  const { seats, people, bodies, words } = useLoaderData<typeof loader>()
  return (
    <Page title={t('seats.title')} lead={t('seats.lead')}>
      <form method="get" className="my-4 flex flex-wrap items-end gap-3">
        <label className="grid gap-1">
          <span>{t('seats.find')}</span>
          <input name="q" defaultValue={words} className="input" />
        </label>
        <button type="submit" className="btn second">
          {t('seats.find.submit')}
        </button>
      </form>
      <Table
        caption={t('seats.title')}
        captionHidden
        columns={['seats.person', 'seats.role', 'seats.party', 'seats.from', 'seats.ground', 'seats.act'].map(
          (k) => ({ head: t(k as 'seats.role') }),
        )}
        rows={seats.map((s) => ({
          key: s.id,
          cells: [
            s.name,
            t(`role.${s.role}`),
            s.party,
            `${s.from} — ${s.to ?? t('seats.still')}${s.awaits ? t('seats.awaits') : ''}`,
            s.ground,
            <SeatActs key={s.id} seat={s} />,
          ],
        }))}
      />
      <Section title={t('seats.grant.title')}>
        <SeatForm people={people} bodies={bodies} />
      </Section>
    </Page>
  )
}
