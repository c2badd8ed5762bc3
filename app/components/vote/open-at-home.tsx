import { useFormat } from '#app/components/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'
import { Details } from '../card.tsx'
import { Facts } from '../check-answers.tsx'
import { Section } from '../page.tsx'

type Props = { round: ShownRound; closed: { at: Date; root: string; leaves: number } }
/** 自行开票: from the close on, a trustee takes the box home and opens it with one other, without this server. */
export const OpenAtHome = ({ round, closed }: Props) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('home.title')}>
      <p>{t('home.say')}</p>
      <Facts
        facts={[
          { term: t('home.closed'), text: f.dateTime(closed.at) },
          { term: t('home.leaves'), text: t('home.leaves.n', { n: closed.leaves }) },
          { term: t('home.root'), text: <span className="hash">{closed.root}</span> },
        ]}
      />
      <p className="links">
        <a href={`/desk/rounds/${round.id}/sealed-box`}>{t('home.box')}</a>
        <a href={`/votes/${round.id}/manifest/${round.version}`}>{t('home.manifest')}</a>
        {round.phase === 'announced' ? (
          <a href={`/votes/${round.id}/result#recount`}>{t('home.files')}</a>
        ) : null}
      </p>
      <Details summary={t('home.how')}>
        <ol className="steps">
          {(['home.1', 'home.2', 'home.3', 'home.4'] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ol>
        <p className="hash">npm run -s trustee -- combine FOLDER SHARE-1.txt SHARE-2.txt &gt; ballots.csv</p>
      </Details>
    </Section>
  )
}
