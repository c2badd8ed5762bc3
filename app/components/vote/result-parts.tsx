import { ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Sealed } from '#app/components/seal.tsx'
import { Table } from '#app/components/table.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { readResult } from '#domain/ask/vote/read-result.ts'

type Data = Awaited<ReturnType<typeof readResult>>

/** When it was sealed, voted on, counted and by whose eyes; the seal once it is announced. */
export const ResultHead = ({ round, witness }: Pick<Data, 'round' | 'witness'>) => {
  const t = useT()
  const f = useFormat()
  const last = new Date(round.closesAt.getTime() - 1)
  return (
    <>
      {round.announcedAt ? (
        <Sealed
          words={[t('seal.round.1'), t('seal.round.2')]}
          number={round.refNo}
          date={f.day(round.announcedAt)}
        />
      ) : (
        <Note kind="wait">{t('vote.result.preview')}</Note>
      )}
      <Facts
        facts={[
          { term: t('round.sealed'), text: round.sealedAt ? f.dateTime(round.sealedAt) : '' },
          { term: t('vote.result.voting'), text: `${f.day(round.opensAt)} — ${f.day(last)}` },
          {
            term: t('vote.result.counting'),
            text: `${round.countedAt ? f.dateTime(round.countedAt) : ''}${t(witness ? 'vote.result.witnessed' : 'vote.result.unwitnessed')}`,
          },
          { term: t('vote.result.hash'), text: <span className="hash">{round.countHash}</span> },
        ]}
      />
    </>
  )
}

const proofs = ['manifest.json', 'blocs.json', 'turnout.json', 'result.json'] as const
const ofBallots = ['sealed.txt', 'superseded.txt', 'ballots.csv', 'ballots.json', 'round.pb'] as const

/** How anybody counts again: in the browser, by hand, or with the program. */
const HowToRecount = ({ round }: { round: Data['round'] }) => {
  const t = useT()
  return (
    <>
      <div className="acts">
        <ButtonLink to={`/votes/${round.id}/recount`}>{t('again.open')}</ButtonLink>
      </div>
      <ol className="steps">
        <li>{t('recount.1')}</li>
        {round.rule === 'greedy_threshold' && !round.blocs ? (
          <>
            <li>{t('recount.2')}</li>
            <li>{t('recount.3')}</li>
          </>
        ) : (
          <li>{t('recount.by-rule')}</li>
        )}
        <li>{t('recount.verify')}</li>
      </ol>
      <p className="hash">sha256sum ballots.csv → {round.countHash}</p>
    </>
  )
}

/** Everything with which anybody counts again; of an advisory round no more than its totals. */
export const Recount = ({ round, size }: { round: Data['round']; size: number }) => {
  const t = useT()
  const proven = round.level === 'L1'
  return (
    <>
      <p>{t(proven ? 'recount.lead' : 'again.advisory')}</p>
      {proven ? <HowToRecount round={round} /> : null}
      <Table
        caption={t('vote.files.caption', { n: size })}
        columns={[{ head: t('vote.files.file') }, { head: t('vote.files.what') }]}
        rows={[...proofs, ...(proven ? ofBallots : [])].map((name) => ({
          key: name,
          cells: [
            <a key="f" className="hit" href={`/votes/${round.id}/files/${name}`}>
              {name}
            </a>,
            t(`vote.files.${name}`),
          ],
        }))}
      />
    </>
  )
}
