import { useT } from '#app/i18n/use-t.ts'
import type { readDeskMeeting } from '#domain/ask/deliberation/read-desk.ts'
import { Facts } from '../../check-answers.tsx'
import { useFormat } from '../../format.ts'
import { Section } from '../../page.tsx'
import { Table } from '../../table.tsx'

export type DeskMeeting = Awaited<ReturnType<typeof readDeskMeeting>>

/** A meeting as its keepers see it: when, who, how many, what was voted. */
export const DeskFacts = ({ page }: { page: DeskMeeting }) => {
  const t = useT()
  const f = useFormat()
  const { meeting: m, quorum, items, resolutions, steps } = page
  return (
    <>
      <Facts
        facts={[
          { term: t('meeting.when'), text: `${f.date(m.startsAt)} ${f.time(m.startsAt)}` },
          { term: t('meeting.where'), text: m.place },
          { term: t('meeting.chair'), text: m.chair },
          { term: t('meeting.agenda'), text: items.map((i) => `${i.ordinal}. ${i.title}`).join('\n') },
          ...(m.size && quorum
            ? [{ term: t('meeting.size'), text: t('meeting.size.n', { n: m.size, quorum }) }]
            : []),
          ...(m.present === null
            ? []
            : [
                {
                  term: t('meeting.came'),
                  text: t('meeting.came.n', {
                    n: page.came.total,
                    here: page.came.inPerson,
                    remote: page.came.remote,
                    proxy: page.came.proxy,
                  }),
                },
              ]),
          ...(m.reason ? [{ term: t('meeting.reason'), text: m.reason }] : []),
          ...(m.noticedAt
            ? [{ term: t('meeting.public'), text: <a href={`/meetings/${m.id}`}>{m.refNo}</a> }]
            : []),
        ]}
      />
      {resolutions.length > 0 ? (
        <Section title={t('meeting.resolutions')}>
          <Table
            caption={t('meeting.resolutions')}
            captionHidden
            columns={[
              { head: t('meeting.resolution.words') },
              { head: t('meeting.came') },
              { head: t('meeting.steps') },
            ]}
            rows={resolutions.map((r) => ({
              key: r.id,
              cells: [
                r.words,
                `${t(r.passed ? 'meeting.passed' : 'meeting.rejected')} · ${t('meeting.votes', { yes: r.inFavour, no: r.against, none: r.abstained })}`,
                steps
                  .filter((s) => s.resolutionId === r.id)
                  .map((s) =>
                    s.doneAt
                      ? t('meeting.step.done', { date: f.day(s.doneAt), words: s.done ?? '' })
                      : t('meeting.step.due', { party: s.partyName, date: f.day(s.dueOn) }),
                  )
                  .join('\n'),
              ],
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}
