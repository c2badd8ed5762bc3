import { useLoaderData } from '@remix-run/react'
import { ArchiveFiling, ArchiveRecords } from '#app/components/deliver/archive-records.tsx'
import { YearReview } from '#app/components/deliver/year-review.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { archivePage } from '#domain/deliver/contract/archive/archive-page.ts'
import { fileContract } from '#domain/deliver/contract/archive/file-contract.ts'
import { decisionForm, filingForm, renewForm, reviewForm } from '#domain/deliver/contract/archive/forms.ts'
import { renewContract } from '#domain/deliver/contract/archive/renew-contract.ts'
import { decideReview, giveReview } from '#domain/deliver/contract/archive/review-year.ts'

export const handle = titled('archive.title')
export const loader = pageLoader((ctx, { contractId }) => archivePage(ctx, contractId!))
const on = formsOf(
  ({ contractId = '' }) => ({ contractId }),
  ({ id }: { id: string }) => `/desk/archive/${id}`,
)
export const action = formActions({
  file: on(filingForm, fileContract),
  review: on(reviewForm, giveReview),
  decide: on(decisionForm, decideReview),
  renew: on(renewForm, renewContract, { goTo: ({ id }) => `/desk/contracts/${id}` }),
})

export default function ContractArchive() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { contract, filing, review } = page
  return (
    <Page
      back={{ to: `/desk/contracts/${contract.id}`, label: contract.title }}
      eyebrow={contract.refNo}
      title={t('archive.title')}
      lead={t('archive.lead')}
    >
      {filing ? <ArchiveFiling filing={filing} /> : null}
      {review ? <YearReview contract={contract} review={review} /> : null}
      <ArchiveRecords page={page} />
    </Page>
  )
}
