import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { FlagFigures } from '#app/components/flags/flag-figures.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readFlags, type ShownFlag } from '#domain/open/flags/read-desk.ts'

export const handle = titled('flags.title')
export const loader = pageLoader((ctx) => readFlags(ctx))

const List = ({ title, flags }: { title: string; flags: readonly ShownFlag[] }) => {
  const t = useT()
  const f = useFormat()
  const looked = (look: ShownFlag['look']) =>
    look ? `${t(`flags.outcome.${look.outcome}`)}（${f.day(look.at)}）` : t('flags.waiting')
  return (
    <Section title={title}>
      <Table
        caption={title}
        captionHidden
        columns={[
          { head: t('flags.about') },
          { head: t('flags.title') },
          { head: t('flags.figures') },
          { head: t('flags.looked') },
        ]}
        rows={flags.map((flag) => ({
          key: `${flag.code} ${flag.subject}`,
          cells: [
            <a key="to" className="hit" href={`/desk/flags/${flag.code}/${encodeURIComponent(flag.subject)}`}>
              {flag.about}
            </a>,
            `${flag.code} ${t(`flags.code.${flag.code}` as Key)}`,
            <FlagFigures key="figures" figures={flag.figures} />,
            looked(flag.look),
          ],
        }))}
      />
    </Section>
  )
}

/** 采购预警: signals for a person to look at, each with its figures. */
export default function Flags() {
  const t = useT()
  const { compared, waiting, seen } = useLoaderData<typeof loader>()
  return (
    <Page title={t('flags.title')} lead={t('flags.lead')} back={{ to: '/desk' }}>
      <p className="quiet">
        {t('flags.compared', { n: compared })} {t('flags.method')}
      </p>
      <p>
        <a className="hit" href="/desk/flags/ratings">
          {t('alarms.title')}
        </a>
      </p>
      {waiting.length + seen.length === 0 ? <Note>{t('flags.none')}</Note> : null}
      {waiting.length > 0 ? <List title={t('flags.waiting')} flags={waiting} /> : null}
      {seen.length > 0 ? <List title={t('flags.done')} flags={seen} /> : null}
    </Page>
  )
}
