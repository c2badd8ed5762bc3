import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page, Section, Split } from '#app/components/page.tsx'
import { Road } from '#app/components/road.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { AskedBodies } from '#app/components/vote/asked-bodies.tsx'
import { FileNote } from '#app/components/vote/file-note.tsx'
import { NeedLink, Served } from '#app/components/vote/need-link.tsx'
import { Promises } from '#app/components/vote/promise.tsx'
import { RollFacts } from '#app/components/vote/roll-facts.tsx'
import { RoundBoard } from '#app/components/vote/round-board.tsx'
import { RoundHistory, RoundKin } from '#app/components/vote/round-history.tsx'
import { RoundRules } from '#app/components/vote/round-rules.tsx'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { askedBodies } from '#domain/ask/vote/bodies.ts'
import { readHistory } from '#domain/ask/vote/read-history.ts'
import { readRound } from '#domain/ask/vote/read-round.ts'
import { readRollFacts } from '#domain/ask/vote/roll-measure.ts'
import { publicTrustees } from '#domain/ask/vote/trustees/read-trustees.ts'
import type { Context } from '#domain/context.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled<Data>((_t, { round }) => round.name)
const read = async (ctx: Context, roundId: string) => ({
  ...(await readRound(ctx, roundId)),
  keepers: await publicTrustees(ctx, roundId),
  history: await readHistory(ctx, roundId),
  bodies: await askedBodies(ctx.db, roundId),
  rollFacts: await readRollFacts(ctx.db, roundId),
})
export const loader = publicLoader((ctx, { roundId = '' }) => read(ctx, roundId))
type Data = Awaited<ReturnType<typeof read>>

export default function RoundPage() {
  const t = useT()
  const f = useFormat()
  const data = useLoaderData<typeof loader>()
  const { round, slate } = data
  const columns = [
    { head: t('vote.result.item') },
    { head: t('ballot.who') },
    { head: t('vote.result.cost'), money: true },
  ]
  return (
    <Page
      back={{ to: '/votes', label: t('votes.title') }}
      eyebrow={`${round.place.name} · ${round.refNo}`}
      title={round.name}
      lead={t(`round.say.${round.phase}`, {
        n: round.maxChoices,
        date: f.shortDate(new Date(round.closesAt.getTime() - 1)),
        open: f.shortDate(round.opensAt),
      })}
    >
      <div className="mb-4 pb-4">
        <Road size="big" at="ask" here={70} />
      </div>
      {round.phase === 'void' ? (
        <Note kind="late">{t('round.void.why', { reason: round.voidReason ?? '' })}</Note>
      ) : null}
      <RoundKin history={data.history} />
      <FileNote file={data.file} foreign={round.foreign} />
      <Split board={<RoundBoard {...data} />}>
        <Section title={t('round.slate')} aside={t('round.slate.n', { n: slate.length })}>
          <Table
            caption={t('round.slate.caption')}
            columns={columns}
            rows={slate.map((item) => ({
              key: item.choice,
              cells: [
                <NeedLink key="n" item={item} />,
                <Served key="s" item={item} />,
                <Money key="c" fen={item.cost} />,
              ],
            }))}
          />
        </Section>
        <Section title={t('round.rules')} aside={t('round.rules.fixed')}>
          {data.ground ? (
            <p>
              <a className="hit" href={`/meetings/${data.ground.meetingId}`}>
                {t('round.ground', { ref: data.ground.meetingRef, words: data.ground.words })}
              </a>
            </p>
          ) : null}
          <RoundRules round={round} />
          <p>{t(`round.unit.${round.unit}`, { who: round.electorate })}</p>
          <p>{t(`round.residence.${round.residence}`, { age: round.minAge, n: round.residenceMonths })}</p>
          <RollFacts unit={round.unit} facts={data.rollFacts} />
          <RoundHistory round={round} history={data.history} />
        </Section>
        <AskedBodies bodies={data.bodies} />
        {round.state === 'void' ? null : <Promises level={round.level} keepers={data.keepers} />}
      </Split>
    </Page>
  )
}
