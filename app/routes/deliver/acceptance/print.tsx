import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/components/check-answers.tsx'
import { Readings } from '#app/components/deliver/evidence.tsx'
import { Opinions } from '#app/components/deliver/opinions.tsx'
import { Signatures } from '#app/components/deliver/signatures.tsx'
import { useFormat } from '#app/components/format.ts'
import { Official } from '#app/components/open/official.tsx'
import { SignLines } from '#app/components/open/sign-lines.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { issueAction, paperAt } from '#app/http/official-paper.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { publicAcceptance } from '#domain/deliver/acceptance/public-acceptance.ts'

export const handle = titled('genuine.kind.acceptance')
export const loader = pageLoader(async (ctx, { acceptanceId = '' }, url) => ({
  a: await publicAcceptance(ctx.db, acceptanceId),
  paper: await paperAt(ctx, 'acceptance', acceptanceId, url),
}))
export const action = issueAction('acceptance', 'acceptanceId', (p) => `/acceptances/${p.acceptanceId}/print`)

/** 验收单, on A4: item by item, what users said in sum, what each post signed, and room for seals. */
export default function PrintAcceptance() {
  const t = useT()
  const f = useFormat()
  const { a, paper } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: `/acceptances/${a.id}`, label: t('acceptance.public') }}
      eyebrow={`${t('genuine.kind.acceptance')} ${a.refNo}/${a.milestone.ordinal}`}
      title={`${a.title} ${a.milestone.title}`}
      lead={t(a.met ? 'acceptance.public.met' : 'acceptance.public.not-met', { title: a.milestone.title })}
    >
      <Official paper={paper}>
        <Facts
          facts={[
            { term: t('contract.buyer'), text: a.buyer },
            { term: t('contract.supplier'), text: a.supplier },
            { term: t('milestone.price'), text: f.money(a.milestone.price) },
            ...(a.milestone.payable < a.milestone.price
              ? [{ term: t('milestone.payable'), text: f.money(a.milestone.payable) }]
              : []),
            { term: t('milestone.finding'), text: a.milestone.finding ?? '' },
            ...(a.publishedAt ? [{ term: t('contract.published'), text: f.day(a.publishedAt) }] : []),
            ...(a.reopenedAt
              ? [
                  {
                    term: t('milestone.state'),
                    text: t('acceptance.reopened.public', { date: f.day(a.reopenedAt) }),
                  },
                ]
              : []),
          ]}
        />
        <Section title={t('contract.indicators')}>
          <Readings readings={a.readings} />
        </Section>
        <Section
          title={t('opinion.title')}
          aside={t('acceptance.heard', { n: a.opinions, required: a.required })}
        >
          <Opinions sum={a} />
        </Section>
        <Section title={t('acceptance.group')}>
          <Signatures signs={a.said} />
          <SignLines who={[a.buyer, a.supplier]} />
        </Section>
      </Official>
    </Page>
  )
}
