import { useLoaderData } from '@remix-run/react'
import { DrawForm, StandInForm } from '#app/components/bid/draw-form.tsx'
import { Promised } from '#app/components/bid/draw-said.tsx'
import { FinalRound } from '#app/components/bid/final-parts.tsx'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { Tag } from '#app/components/tag.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { drawPanel } from '#domain/buy/evaluation/draw-panel.ts'
import { panelForm, standInForm } from '#domain/buy/evaluation/forms.ts'
import { readPanelDesk } from '#domain/buy/evaluation/read-panel.ts'
import { nameStandIn } from '#domain/buy/evaluation/recuse.ts'

export const handle = titled('panel.desk')
export const loader = pageLoader((ctx, { tenderId }) => readPanelDesk(ctx, tenderId!))
const goTo = ({ id }: { id: string }) => `/desk/tenders/${id}/panel`
export const action = formActions({
  draw: oneForm({
    form: panelForm,
    run: (ctx, input, { tenderId }) => drawPanel(ctx, { ...input, tenderId: tenderId! }),
    goTo,
  }),
  standIn: oneForm({
    form: standInForm,
    run: (ctx, input, { tenderId }) => nameStandIn(ctx, { ...input, tenderId: tenderId! }),
    goTo,
  }),
})
const looks = { drawn: 'wait', declared_clear: 'done', recused: 'plain' } as const

export default function PanelDesk() {
  const t = useT()
  const f = useFormat()
  const desk = useLoaderData<typeof loader>()
  const { call, seats, draw, locked } = desk
  const sitting = seats.filter((s) => s.state !== 'recused').length
  return (
    <Page
      narrow={seats.length === 0}
      back={{ to: `/desk/tenders/${call.id}`, label: call.title }}
      eyebrow={call.refNo}
      title={t('panel.desk')}
      lead={seats.length > 0 ? t('panel.desk.lead', { n: sitting, locked }) : t('panel.desk.empty')}
    >
      {seats.length === 0 && desk.early !== null ? (
        <Note kind="wait">{t('refusal.panel-too-early', { n: desk.early })}</Note>
      ) : null}
      {seats.length === 0 && desk.mayDraw ? <DrawForm desk={desk} /> : null}
      {desk.empty.length > 0 ? (
        <Note kind="wait">{t('panel.desk.place', { n: desk.empty.length })}</Note>
      ) : null}
      {desk.empty.length > 0 && desk.mayDraw ? <StandInForm desk={desk} /> : null}
      {desk.buyerQualifies ? (
        <p className="links screen">
          <a href={`/desk/tenders/${call.id}/qualification`}>{t('buyer-check.title')}</a>
        </p>
      ) : null}
      {desk.round ? (
        <Section title={t('panel.desk.finals')}>
          <FinalRound round={desk.round} own={null} />
        </Section>
      ) : null}
      {seats.length > 0 ? (
        <Section title={t('panel.members')} aside={t('panel.secret')}>
          <Table
            caption={t('panel.members')}
            captionHidden
            columns={[{ head: t('panel.member') }, { head: t('panel.kind') }, { head: t('panel.state') }]}
            rows={seats.map((s) => ({
              key: String(s.ordinal),
              cells: [
                t('panel.number', { n: s.ordinal }),
                t(`panel.kind.${s.kind}`),
                <Tag key="s" kind={looks[s.state]}>
                  {t(s.signedAt ? 'panel.state.signed' : `panel.state.${s.state}`)}
                </Tag>,
              ],
            }))}
          />
        </Section>
      ) : null}
      {draw ? (
        <Section plain title={t('panel.draw.log')}>
          <Facts
            facts={[
              { term: t('panel.draw.at'), text: f.dateTime(draw.at) },
              ...(draw.seed
                ? [{ term: t('panel.draw.seed'), text: <span className="hash">{draw.seed}</span> }]
                : []),
              ...(draw.commit ? [{ term: t('draw.commit'), text: <Promised hash={draw.commit} /> }] : []),
              {
                term: t('panel.draw.list'),
                text: (
                  <>
                    {t('panel.draw.list.text', { n: draw.pool })}{' '}
                    <span className="hash">{draw.listHash}</span>
                  </>
                ),
              },
            ]}
          />
          <p className="small quiet">{t('panel.draw.how')}</p>
        </Section>
      ) : null}
    </Page>
  )
}
