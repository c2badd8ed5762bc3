import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/components/check-answers.tsx'
import { PublicChanges } from '#app/components/deliver/change-list.tsx'
import { Clauses } from '#app/components/deliver/clauses.tsx'
import { ContractCard } from '#app/components/deliver/contract-card.tsx'
import { ContractFacts } from '#app/components/deliver/contract-facts.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Official } from '#app/components/open/official.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { issueAction, paperAt } from '#app/http/official-paper.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { publishedPaper } from '#domain/deliver/contract/paper/contract-paper.ts'

export const handle = titled('genuine.kind.contract')
export const loader = pageLoader(async (ctx, { contractId = '' }, url) => ({
  page: await publishedPaper(ctx.db, contractId),
  paper: await paperAt(ctx, 'contract', contractId, url),
}))
export const action = issueAction('contract', 'contractId', (p) => `/contracts/${p.contractId}/print`)

/** 合同公告文本, on A4: as both sides signed it, what the law keeps secret masked. */
export default function PrintContract() {
  const t = useT()
  const f = useFormat()
  const { page, paper } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: `/contracts/${page.id}`, label: t('contract.public') }}
      eyebrow={`${t('genuine.kind.contract')} ${page.refNo}`}
      title={t('paper.contract.title', { title: page.title })}
    >
      <Official paper={paper}>
        <ContractFacts page={page} />
        <Section title={t('contract.clauses')}>
          <Clauses clauses={page.clauses.map((c) => ({ ...c, secret: c.words === null }))} />
        </Section>
        <Section title={t('contract.card')}>
          <ContractCard card={page.card} />
        </Section>
        <Section title={t('contract.milestones')}>
          <Table
            caption={t('milestone.unit')}
            columns={[
              { head: t('milestone.title') },
              { head: t('milestone.gate') },
              { head: t('milestone.price'), money: true },
            ]}
            rows={page.milestones.map((m) => ({
              key: m.id,
              cells: [
                m.title,
                m.gate === 'publication'
                  ? t('milestone.gate.publication')
                  : t('milestone.due', { date: f.day(m.dueOn) }),
                <Money key="price" fen={m.price} />,
              ],
            }))}
          />
        </Section>
        <Section title={t('contract.indicators')}>
          <Facts
            facts={page.indicators.map((i) => ({ term: i.name, text: `${f.number(i.target)} ${i.unit}` }))}
          />
        </Section>
        <PublicChanges changes={page.changes} />
      </Official>
    </Page>
  )
}
