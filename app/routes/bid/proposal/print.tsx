import { useLoaderData } from '@remix-run/react'
import { BudgetSaid, ConsortiumSaid, RecordSaid, TextsSaid } from '#app/components/bid/part-content.tsx'
import { ProposalPage } from '#app/components/bid/proposal-page.tsx'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { type Own, readOwn } from '#domain/buy/proposal/read-own.ts'

export const handle = titled('preview.print.title')
export const loader = pageLoader((ctx, { tenderId }) => readOwn(ctx, tenderId!))

const Who = ({ own: { supplier, body, team } }: { own: Own }) => {
  const t = useT()
  const f = useFormat()
  const said = (m: Own['team'][number]) =>
    `${m.name} ${t(`cert.${m.level}`)} ${m.certNo} ${t('bid.team.until', { until: f.day(m.registeredUntil) })}`
  return (
    <Facts
      facts={[
        { term: t('bid.organisation.name'), text: supplier.name },
        { term: t('bid.organisation.uscc'), text: supplier.uscc ?? t('bid.organisation.no-uscc') },
        { term: t('bid.organisation.contact'), text: body.organisation?.contact ?? t('bid.todo') },
        ...team.map((m) => ({
          term: m.leads ? t('bid.team.lead') : `${t('bid.team.member')} ${m.name}`,
          text: `${said(m)} ${t(m.consentedAt ? 'bid.team.yes' : 'bid.team.asked')}`,
        })),
      ]}
    />
  )
}

/** 留底: the whole proposal on A4, with every name, for the bidder's own files. */
export default function PrintProposal() {
  const t = useT()
  const own = useLoaderData<typeof loader>()
  const { call, supplier, body, mine } = own
  const sent = mine?.submittedAt && mine.state !== 'withdrawn'
  return (
    <ProposalPage
      own={own}
      title={t('preview.print.title')}
      lead={t('preview.print.lead', { buyer: call.buyer, tender: call.title, by: supplier.name })}
    >
      <Note>
        {sent
          ? t('preview.print.sent', { n: mine.version, no: mine.receiptNo ?? '' })
          : t('preview.print.draft')}
      </Note>
      <p className="screen small quiet">{t('preview.print.hint')}</p>
      <Who own={own} />
      {body.consortium ? <ConsortiumSaid lead={supplier.name} terms={body.consortium} /> : null}
      <Section title={t('preview.plan')}>
        {call.criteria
          .filter((c) => c.kind !== 'formula')
          .map((c) => (
            <div key={c.code}>
              <h3>{t('bid.part', { name: c.name, max: c.max })}</h3>
              <p className="whitespace-pre-line">{body.plan[c.code] ?? t('preview.unwritten')}</p>
            </div>
          ))}
      </Section>
      <Section title={t('bid.section.budget')}>
        {body.budget ? <BudgetSaid {...body.budget} /> : <p>{t('bid.todo')}</p>}
      </Section>
      <Section title={t('bid.section.indicators')}>
        <Facts
          facts={(body.indicators ?? []).map((i) => ({ term: i.name, text: `${i.promised} ${i.unit}` }))}
        />
      </Section>
      <Section title={t('bid.section.record')}>
        <RecordSaid experience={body.experience} finance={body.finance} />
      </Section>
      <Section title={t('bid.section.texts')}>
        <TextsSaid said={body.texts} />
      </Section>
      <Section title={t('bid.section.attachments')}>
        <ul className="list-disc pl-6">
          {body.attachments.map((a) => (
            <li key={a.hash}>
              {a.name} <span className="hash small">{a.hash}</span>
            </li>
          ))}
        </ul>
      </Section>
    </ProposalPage>
  )
}
