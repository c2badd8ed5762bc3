import { useLoaderData } from '@remix-run/react'
import { Changes } from '#app/components/buy/changes.tsx'
import { CriteriaTable } from '#app/components/buy/criteria-table.tsx'
import { DocumentList } from '#app/components/buy/document-list.tsx'
import { HowToPropose, WhereItIsSealed, WhomToAsk } from '#app/components/buy/how-to-propose.tsx'
import { PutOutAgain } from '#app/components/buy/put-out-again.tsx'
import { Questions } from '#app/components/buy/questions.tsx'
import { TenderBoard } from '#app/components/buy/tender-board.tsx'
import { WhatIsBought, WhatIsPaid } from '#app/components/buy/tender-facts.tsx'
import { Contents, Ended } from '#app/components/buy/tender-heads.tsx'
import { useNamed } from '#app/components/buy/use-named.ts'
import { useFormat } from '#app/components/format.ts'
import { Page, Section, Split } from '#app/components/page.tsx'
import { Road } from '#app/components/road.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { type TenderPage, tenderPage } from '#domain/buy/tender/tender-page.ts'

export const handle = titled<TenderPage>((t, { tender }) => `${tender.title} ${t('chapter.buy')}`)
export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const loader = publicLoader((ctx, { tenderId }) => tenderPage(ctx, tenderId!))

export default function Tender() {
  const t = useT()
  const f = useFormat()
  const named = useNamed()
  const page = useLoaderData<typeof loader>()
  const { tender, collecting } = page
  const road = collecting
    ? [t('tender.road.collecting'), t('tender.road.until', { at: f.short(tender.deadline) })]
    : [t(`tender.over.${tender.state}`)]
  return (
    <Page
      back={{ to: '/tenders', label: t('tender.all') }}
      eyebrow={t('tender.eyebrow', { route: named(tender.method), no: tender.refNo })}
      title={tender.title}
      lead={t('tender.lead', { buyer: named(tender.buyer), quantity: tender.quantity })}
    >
      <Ended tender={tender} next={page.next} previous={page.previous} drawn={page.drawn} />
      <Road
        size="big"
        at="buy"
        here={40}
        notes={{ buy: road, deliver: [t('tender.road.from', { at: f.day(tender.from) })] }}
      />
      <div className="mt-8">
        <Split
          board={
            <>
              <TenderBoard page={page} />
              <Contents page={page} />
            </>
          }
        >
          <div className="[&>section]:mt-0">
            <WhatIsBought tender={tender} />
          </div>
          <WhatIsPaid page={page} />
          <Section id="how" title={t('tender.judged')}>
            <CriteriaTable
              criteria={tender.criteria}
              caption={t('tender.judged.text', { n: tender.method.panelMin })}
            />
          </Section>
          <Section id="files" title={t('document.title')} aside={t('document.public')}>
            <DocumentList tenderId={tender.id} documents={tender.documents} />
          </Section>
          <PutOutAgain previous={page.previous} />
          <Changes amendments={page.amendments} tenderId={tender.id} versions={page.versions} />
          <Questions page={page} />
          <HowToPropose page={page} />
          <WhereItIsSealed seal={page.seal} />
          <WhomToAsk page={page} />
          <p className="mt-8">
            <a className="hit font-bold" href={`/tenders/${tender.id}/document`}>
              {t('document.text.read')}
            </a>
          </p>
          <p className="small quiet">
            {t('tender.document', {
              n: page.versions.at(-1)?.ordinal ?? 1,
              day: f.day(page.versions.at(-1)?.at ?? tender.publishedAt!),
            })}{' '}
            <span className="hash">{tender.hash}</span>
          </p>
        </Split>
      </div>
    </Page>
  )
}
