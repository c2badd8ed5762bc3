import { useLoaderData } from '@remix-run/react'
import { PassedBy, Promised } from '#app/components/bid/draw-said.tsx'
import { Details } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { leftOutGrounds } from '#domain/buy/evaluation/eligible.ts'
import { readDraw } from '#domain/buy/evaluation/read-draw.ts'

export const handle = titled('draw.title')
export const loader = pageLoader((ctx, { tenderId }) => readDraw(ctx, tenderId!))

type Drawn = Awaited<ReturnType<typeof readDraw>>
const Members = ({ members }: Pick<Drawn, 'members'>) => {
  const t = useT()
  const name = (m: Drawn['members'][number]) =>
    m.recused ? t('draw.recused') : m.kind === 'resident' ? t('draw.nobody') : (m.name ?? '')
  return (
    <Table
      caption={t('draw.members')}
      captionHidden
      columns={[
        { head: t('panel.member') },
        { head: t('draw.who') },
        { head: t('panel.kind') },
        { head: t('draw.code') },
      ]}
      rows={members.map((m) => ({
        key: String(m.ordinal),
        cells: [
          m.replaces
            ? `${t('draw.member', { n: m.ordinal })} · ${t('draw.replaces', { n: m.replaces })}`
            : t('draw.member', { n: m.ordinal }),
          name(m),
          t(`panel.kind.${m.kind}`),
          m.code ? (
            <span key="c" className="hash">
              {m.code}
            </span>
          ) : (
            t('draw.named')
          ),
        ],
      }))}
    />
  )
}

/** 抽取记录: with the list and the seed anybody draws the same panel again. */
export default function Draw() {
  const t = useT()
  const f = useFormat()
  const { call, draw, members } = useLoaderData<typeof loader>()
  const out = leftOutGrounds.filter((g) => (draw.leftOut[g] ?? 0) > 0)
  return (
    <Page
      back={{ to: `/tenders/${call.id}/result`, label: call.title }}
      eyebrow={call.refNo}
      title={t('draw.title')}
      lead={t('draw.lead')}
    >
      <Facts
        facts={[
          { term: t('draw.at'), text: f.dateTime(draw.drawnAt) },
          { term: t('draw.seed'), text: <span className="hash">{draw.seed}</span> },
          ...(draw.commit ? [{ term: t('draw.commit'), text: <Promised hash={draw.commit} /> }] : []),
          {
            term: t('draw.pool'),
            text: (
              <>
                {t('draw.pool.n', { n: draw.pool.length })} <span className="hash">{draw.listHash}</span>
              </>
            ),
          },
          ...(draw.field ? [{ term: t('draw.field'), text: draw.field }] : []),
          ...out.map((g) => ({
            term: t('draw.left-out'),
            text: t(`draw.left-out.${g}`, { n: draw.leftOut[g]! }),
          })),
        ]}
      />
      <Section title={t('draw.members')}>
        <Members members={members} />
      </Section>
      <PassedBy passed={draw.passed} />
      <Section plain title={t('draw.how')}>
        <p>{t('draw.how.text', { n: draw.experts })}</p>
        <p className="links screen">
          <a href={`/tenders/${call.id}/draw.json`}>{t('draw.file')}</a>
        </p>
        <Details summary={t('draw.pool')}>
          <ul className="pl-0">
            {draw.pool.map((line) => (
              <li key={line.code} className="hash">
                {line.code} {t(`panel.kind.${line.kind}`)}
              </li>
            ))}
          </ul>
        </Details>
      </Section>
    </Page>
  )
}
