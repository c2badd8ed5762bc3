import { useLoaderData } from '@remix-run/react'
import { Links } from '#app/components/entry.tsx'
import { Page } from '#app/components/page.tsx'
import { ConcentrationFormula, ConcentrationMeter } from '#app/components/rate/concentration-meter.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readConcentration } from '#domain/rate/record/concentration.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('concentration.title')
export const loader = publicLoader(async ({ db }) => ({ years: await readConcentration(db) }))

export default function ConcentrationPage() {
  const t = useT()
  const { years } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/orgs', label: t('orgs.back') }}
      title={t('concentration.title')}
      lead={t('concentration.lead')}
    >
      <ConcentrationFormula />
      {years.length === 0 ? <p className="quiet">{t('concentration.none')}</p> : null}
      {years.map((c) => (
        <ConcentrationMeter key={`${c.year}${c.buyerId}`} of={c} />
      ))}
      <Links links={[{ to: '/open-finance', label: t('concentration.ledger') }]} />
    </Page>
  )
}
