import { useLoaderData } from '@remix-run/react'
import { Signals } from '#app/components/bid/signals.tsx'
import { useAlias } from '#app/components/bid/use-alias.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readPanelSignals } from '#domain/buy/evaluation/read-signals.ts'

export const handle = titled('signals')
export const loader = pageLoader((ctx, { tenderId }) => readPanelSignals(ctx, tenderId!))

export default function PanelSignals() {
  const t = useT()
  const alias = useAlias()
  const { call, compared, ...found } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: `/panel/${call.id}`, label: call.title }}
      title={t('signals')}
      lead={t('signals.lead', { n: compared })}
    >
      <Signals {...found} named={alias} />
    </Page>
  )
}
