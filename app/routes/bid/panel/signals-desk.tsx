import { useLoaderData } from '@remix-run/react'
import { Signals } from '#app/components/bid/signals.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readSignals } from '#domain/buy/evaluation/read-signals.ts'

export const handle = titled('signals')
export const loader = pageLoader((ctx, { tenderId }) => readSignals(ctx, tenderId!))

export default function SupervisionSignals() {
  const t = useT()
  const { call, compared, ...found } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: `/tenders/${call.id}/opening`, label: call.title }}
      eyebrow={call.refNo}
      title={t('signals')}
      lead={t('signals.lead', { n: compared })}
    >
      <Signals {...found} named={(name) => name} />
    </Page>
  )
}
