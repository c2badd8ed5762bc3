import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readSealLog, type SealLog } from '#domain/buy/seal/seal-log.ts'

export const handle = titled('log.title')
export const loader = pageLoader((ctx, _params, url) => readSealLog(ctx, url.searchParams.get('leaf')))

const Found = ({ found }: { found: NonNullable<SealLog['found']> }) => {
  const t = useT()
  const f = useFormat()
  if (found.malformed) return <Note kind="late">{t('log.malformed')}</Note>
  if (!found.day) return <Note kind="wait">{t('log.missing')}</Note>
  return <Note kind="done">{t('log.found', { day: f.date(found.day) })}</Note>
}

/** 封存日志, for anybody: that a fingerprint was there on its day, and nothing else. */
export default function Seals() {
  const t = useT()
  const f = useFormat()
  const { days, found } = useLoaderData<typeof loader>()
  return (
    <Page title={t('log.title')} lead={t('log.lead')}>
      <p>{t('log.noise')}</p>
      <Section title={t('log.look')} id="look">
        {found ? <Found found={found} /> : null}
        <form method="get" className="my-4">
          <Field name="leaf" label={t('log.look.label')} hint={t('log.look.hint')} autoComplete="off" />
          <div className="acts">
            <button type="submit" className="btn second">
              {t('log.look.do')}
            </button>
          </div>
        </form>
      </Section>
      <Section title={t('log.day')}>
        <Table
          caption={t('log.title')}
          columns={[{ head: t('log.day') }, { head: t('log.root') }]}
          rows={days.map(({ day, root }) => ({
            key: day,
            cells: [
              <a key="d" href={`/open/seals/${day}`}>
                {f.date(day)}
              </a>,
              <span key="r" className="hash">
                {root}
              </span>,
            ],
          }))}
        />
      </Section>
    </Page>
  )
}
