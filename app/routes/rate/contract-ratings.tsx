import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { levelKey } from '#app/components/rate/rate-form.tsx'
import { Spread, useMean } from '#app/components/rate/rating-words.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { Tag } from '#app/components/tag.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { inviteForm } from '#domain/rate/rating/forms.ts'
import { inviteRaters } from '#domain/rate/rating/invite-raters.ts'
import { type ContractRatings, contractRatings } from '#domain/rate/rating/ratings-page.ts'

export const handle = titled('ratings.title')
export const loader = pageLoader((ctx, { contractId }) => contractRatings(ctx, contractId!))
export const action = formActions({
  invite: oneForm({
    form: inviteForm,
    run: (ctx, _, { contractId }) => inviteRaters(ctx, { contractId: contractId! }),
    goTo: ({ id }) => `/desk/ratings/${id}`,
  }),
})

export default function ContractRatingsPage() {
  const t = useT()
  const mean = useMean()
  const page = useLoaderData<typeof loader>()
  const { title, supplier, served, summary, least, uninvited, waiting, may } = page
  return (
    <Page
      back={{ to: '/desk/ratings', label: t('ratings.title') }}
      eyebrow={t('ratings.title')}
      title={title}
      lead={t('ratings.contract.lead', { supplier, served, n: summary.count })}
    >
      <p>{mean(summary, least)}</p>
      <Spread summary={summary} />
      {may.invite && uninvited > 0 ? (
        <Section title={t('ratings.invite')}>
          <p>{t('ratings.invite.say', { n: uninvited })}</p>
          <Form name="invite" submit={t('ratings.invite.submit')} />
        </Section>
      ) : null}
      <Acts>
        {may.invite && waiting > 0 ? (
          <ButtonLink look="second" to={`/desk/ratings/${page.id}/slips`}>
            {t('ratings.slips')}
          </ButtonLink>
        ) : null}
        {may.enter ? (
          <ButtonLink look="second" to={`/desk/ratings/${page.id}/enter`}>
            {t('ratings.enter')}
          </ButtonLink>
        ) : null}
      </Acts>
      <Section title={t('ratings.all')} aside={String(page.said.length)}>
        {page.said.length ? <SaidTable said={page.said} /> : <p className="quiet">{t('org.said.none')}</p>}
      </Section>
    </Page>
  )
}

const SaidTable = ({ said }: { said: ContractRatings['said'] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Table
      caption={t('ratings.all')}
      captionHidden
      columns={['ratings.level', 'ratings.when', 'ratings.said', 'ratings.state'].map((k) => ({
        head: t(k as 'ratings.level'),
      }))}
      rows={said.map((r) => ({
        key: r.id,
        cells: [
          <a key="l" href={`/desk/ratings/one/${r.id}`}>
            {t(levelKey(r.level))}
            {r.label ? <span className="quiet small block">{r.label}</span> : null}
          </a>,
          f.day(r.givenAt),
          [r.words, r.unheard ? t('rating.voice.unheard') : null].filter(Boolean).join(' ') || '—',
          <Tag key="t" kind={r.fix && r.fix !== 'accepted_by_rater' ? 'late' : 'plain'}>
            {r.fix ? t(`rectification.state.${r.fix}`) : t(`rating.state.${r.state}`)}
          </Tag>,
        ],
      }))}
    />
  )
}
