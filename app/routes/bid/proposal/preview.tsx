import { useLoaderData } from '@remix-run/react'
import { Masked } from '#app/components/bid/masked.tsx'
import { BudgetSheet, CheckedFacts } from '#app/components/bid/proposal-facts.tsx'
import { ProposalPage } from '#app/components/bid/proposal-page.tsx'
import { Card, Note } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readPreview, type Preview as Seen } from '#domain/buy/proposal/read-preview.ts'

export const handle = titled('preview.title')
export const loader = pageLoader((ctx, { tenderId }) => readPreview(ctx, tenderId!))

const Parts = ({ parts }: Pick<Seen, 'parts'>) => {
  const t = useT()
  return parts.map(({ code, name, max, guidance, words }) => (
    <Card key={code} title={t('bid.part', { name, max })}>
      <p className="small quiet">{guidance}</p>
      {words ? (
        <p className="whitespace-pre-line">
          <Masked runs={words} />
        </p>
      ) : (
        <Note kind="wait">{t('preview.unwritten')}</Note>
      )}
    </Card>
  ))
}

export default function Preview() {
  const t = useT()
  const f = useFormat()
  const preview = useLoaderData<typeof loader>()
  const { facts, files, judged, parts } = preview
  return (
    <ProposalPage own={preview} title={t('preview.title')} lead={t('preview.lead')}>
      <Section title={t('preview.plan')}>
        <div className="grid gap-4">
          <Parts parts={parts} />
        </div>
      </Section>
      <Section title={t('preview.facts')}>
        {facts.price === null ? (
          <Note kind="wait">{t('refusal.proposal-lacks-budget')}</Note>
        ) : (
          <>
            <p>
              {t('bid.budget.price')} <b className="num">{f.money(facts.price)}</b>
            </p>
            <CheckedFacts p={{ ...facts, price: facts.price }} />
          </>
        )}
        <BudgetSheet p={{ ...facts, judged }} />
        {files.map((file) => (
          <p key={file.hash}>{t('fact.file', { n: file.at })}</p>
        ))}
      </Section>
    </ProposalPage>
  )
}
