import { useT } from '#app/i18n/use-t.ts'
import { categories } from '#db/vocabulary.ts'
import type { Match, MatchPart } from '#domain/rate/record/match.ts'
import { Note } from '../card.tsx'
import { Field } from '../field.tsx'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'

type Props = { match: Match | null; places: ReadonlyArray<{ id: string; name: string }>; action: string }

const Parts = ({ match }: { match: Match }) => {
  const t = useT()
  const fact = (p: MatchPart) =>
    p.code === 'rated' && p.facts.mean === ''
      ? t('match.fact.unrated', p.facts)
      : p.code === 'field' && p.facts.fields === ''
        ? t('match.fact.no-field')
        : t(`match.fact.${p.code}`, p.facts)
  return (
    <Table
      caption={t('match.parts')}
      columns={[
        { head: t('match.part') },
        { head: t('match.source') },
        { head: t('match.points'), money: true },
      ]}
      rows={[
        ...match.parts.map((p) => ({
          key: p.code,
          cells: [
            `${t(`match.glue.${p.glue}`)} · ${t(`match.part.${p.code}`)}`,
            fact(p),
            `${p.points} / ${p.max}`,
          ],
        })),
        { key: 'sum', sum: true, cells: [t('match.total'), '', `${match.total} / 100`] },
      ]}
    />
  )
}

/** 匹配度: asked for by whoever reads, with the formula and where each point comes from. */
export const MatchScore = ({ match, places, action }: Props) => {
  const t = useT()
  return (
    <Section id="match" title={t('match.title')} aside={t('match.aside')}>
      <form
        method="get"
        action={`${action}#match`}
        className="screen mb-6 grid items-end gap-x-6 md:grid-cols-2"
      >
        <Field
          name="category"
          kind="select"
          label={t('match.category')}
          fallback={match?.category ?? ''}
          options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
        />
        <Field
          name="place"
          kind="select"
          label={t('match.place')}
          fallback={match?.place ?? ''}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <button type="submit" className="btn second">
          {t('match.ask')}
        </button>
      </form>
      {match ? <Parts match={match} /> : null}
      <Note>{t('match.never')}</Note>
    </Section>
  )
}
