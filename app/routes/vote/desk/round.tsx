import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { TaskList } from '#app/components/task-list.tsx'
import { AskedBodies } from '#app/components/vote/asked-bodies.tsx'
import { FileNote } from '#app/components/vote/file-note.tsx'
import { RoundActs } from '#app/components/vote/round-acts.tsx'
import { RoundRules } from '#app/components/vote/round-rules.tsx'
import { roundTasks } from '#app/components/vote/round-tasks.ts'
import { Unsurveyed } from '#app/components/vote/unsurveyed.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { announceRound } from '#domain/ask/vote/announce-round.ts'
import { askedBodies } from '#domain/ask/vote/bodies.ts'
import { witnessCount } from '#domain/ask/vote/count-round.ts'
import { drawRoundLot } from '#domain/ask/vote/draw-lot.ts'
import { pressForm, unsealForm, voidForm } from '#domain/ask/vote/forms.ts'
import { readDeskRound } from '#domain/ask/vote/read-round.ts'
import { sealRound } from '#domain/ask/vote/seal-round.ts'
import { unsurveyed } from '#domain/ask/vote/survey-links.ts'
import { unsealRound } from '#domain/ask/vote/unseal-round.ts'
import { voidRound } from '#domain/ask/vote/void-round.ts'

export const handle = titled<Awaited<ReturnType<typeof readDeskRound>>>((_t, { round }) => round.name)
export const loader = pageLoader(async (ctx, { roundId = '' }) => {
  const found = await readDeskRound(ctx, roundId)
  const { round } = found
  return {
    ...found,
    bare: round.phase === 'draft' ? await unsurveyed(ctx.db, round) : [],
    bodies: await askedBodies(ctx.db, roundId),
  }
})

const on = formsOf(
  ({ roundId = '' }) => ({ roundId }),
  ({ id }: { id: string }) => `/desk/rounds/${id}`,
)
export const action = formActions({
  seal: on(pressForm, sealRound),
  draw_lot: on(pressForm, drawRoundLot),
  unseal: on(unsealForm, unsealRound),
  witness: on(pressForm, witnessCount),
  announce: on(pressForm, announceRound),
  void: on(voidForm, voidRound),
})

export default function DeskRound() {
  const t = useT()
  const f = useFormat()
  const data = useLoaderData<typeof loader>()
  const { round, slate, roll, turnout } = data
  const days = `${f.day(round.opensAt)} — ${f.day(new Date(round.closesAt.getTime() - 1))}`
  return (
    <Page
      back={{ to: '/desk/rounds', label: t('rounds.title') }}
      eyebrow={`${round.place.name} · ${round.refNo}`}
      title={round.name}
      lead={t(`round.desk.${round.phase}`)}
    >
      <Section plain title={t('round.steps')}>
        <TaskList tasks={roundTasks(data, t)} />
        <Unsurveyed items={data.bare} />
      </Section>
      <RoundActs {...data} />
      <FileNote file={data.file} foreign={round.foreign} />
      <Section title={t('round.facts')}>
        <Facts
          facts={[
            {
              term: t('round.slate'),
              text: slate.map((item) => `${item.title}（${f.wan(item.cost)}）`).join('；'),
            },
            { term: t('round.form.budget'), text: f.money(round.budget) },
            { term: t('round.ballots'), text: t(`round.form.unit.${round.unit}`) },
            { term: t('vote.result.voting'), text: days },
            { term: t('round.roll'), text: t('round.roll.n', { n: roll }) },
            ...(round.phase === 'draft'
              ? []
              : [
                  {
                    term: t('round.turnout'),
                    text: turnout ? t('round.turnout.n', { n: turnout.voters }) : t('round.turnout.few'),
                  },
                ]),
            {
              term: t('round.hash'),
              text: <span className="hash">{round.sealHash ?? t('round.not-yet')}</span>,
            },
          ]}
        />
        <p className="links">
          {round.phase === 'draft' ? null : <a href={`/votes/${round.id}`}>{t('round.public')}</a>}
          <a href={`/desk/rounds/${round.id}/workbook`}>{t('sheet.link')}</a>
        </p>
      </Section>
      <Section title={t('round.rules')}>
        <p>{t(`round.form.level.${round.level}`)}</p>
        <RoundRules round={round} />
        <p>{t(`round.unit.${round.unit}`, { who: round.electorate })}</p>
        <p>{t(`round.residence.${round.residence}`, { age: round.minAge, n: round.residenceMonths })}</p>
      </Section>
      <AskedBodies bodies={data.bodies} />
    </Page>
  )
}
