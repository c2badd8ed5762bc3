import { useFormat } from '#app/components/format.ts'
import { Section } from '#app/components/page.tsx'
import { Table } from '#app/components/table.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { CountedFile } from '#db/vocabulary.ts'

/** Project by project, what each rule makes of a file's ballots; amounts in the file's own unit. */
export const CountedTable = ({ counted: { voters, names, sides } }: { counted: CountedFile }) => {
  const t = useT()
  const f = useFormat()
  const won = (id: string, winners: readonly string[]) =>
    t(winners.includes(id) ? 'compare.in' : 'compare.out')
  return (
    <Table
      caption={t('pb.counted.caption')}
      columns={[{ head: t('money.item') }, { head: t('pb.by-votes') }, { head: t('pb.by-shares') }]}
      rows={[
        ...Object.entries(names).map(([id, title]) => ({
          key: id,
          cells: [title, ...sides.map(({ winners }) => won(id, winners))],
        })),
        { key: 'cost', sum: true, cells: [t('pb.cost'), ...sides.map(({ cost }) => cost)] },
        {
          key: 'reached',
          cells: [
            t('compare.reached'),
            ...sides.map(({ reached }) =>
              t('compare.reached.n', { n: reached, percent: f.percent(voters ? reached / voters : 0) }),
            ),
          ],
        },
      ]}
    />
  )
}

/** What both rules make of a file's ballots; nothing of it was kept. */
export const PbCounted = ({ counted }: { counted: CountedFile }) => {
  const t = useT()
  return (
    <div className="mb-8">
      <Section title={t('pb.counted', { name: counted.name })}>
        <p className="quiet">{t('pb.counted.say', { n: counted.voters })}</p>
        <CountedTable counted={counted} />
      </Section>
    </div>
  )
}
