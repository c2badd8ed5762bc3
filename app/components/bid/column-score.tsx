import { useT } from '#app/i18n/use-t.ts'
import type { readColumn } from '#domain/buy/evaluation/read-part.ts'
import { Note } from '../card.tsx'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Masked } from './masked.tsx'
import { BudgetSheet, CheckedFacts, Papers } from './proposal-facts.tsx'
import { useAlias } from './use-alias.ts'

type Whole = Awaited<ReturnType<typeof readColumn>>
type Column = Whole['columns'][number]
type Props = { column: Column; at: number; criterion: Whole['criterion']; tenderId: string }

/** The bands of one proposal under one criterion, or its points; and why. */
const Given = ({ column: { mine, facts, locked }, at, criterion: c }: Omit<Props, 'tenderId'>) => {
  const t = useT()
  const alias = useAlias()
  if (locked) return <Note kind="done">{t('panel.score.locked', { points: mine?.points ?? 0 })}</Note>
  const bands = Object.entries(c.bands ?? {})
  const band = (name: string) => (/^[ABCD]$/.test(name) ? t(`band.${name as 'A'}`) : name)
  return (
    <>
      {bands.length > 0 ? (
        Array.from({ length: c.items }, (_, n) => (
          <Choices
            // biome-ignore lint/suspicious/noArrayIndexKey: things judged are told apart by their number alone
            key={n}
            name={`scores[${at}].bands[${n}]`}
            legend={
              c.items > 1
                ? `${alias(facts.alias)} · ${t('panel.score.item', { n: n + 1 })}`
                : t('panel.column.pick', { alias: alias(facts.alias) })
            }
            fallback={mine?.bands?.[n] ?? []}
            options={bands.map(([name, worth]) => ({
              value: name,
              label: t('panel.score.band', { band: band(name), points: worth }),
              note: c.levels?.[name],
            }))}
          />
        ))
      ) : (
        <Field
          name={`scores[${at}].points`}
          kind="number"
          short
          label={t('panel.column.pick', { alias: alias(facts.alias) })}
          hint={t('panel.score.fact')}
          fallback={mine?.points}
        />
      )}
      <Field
        name={`scores[${at}].comment`}
        kind="long"
        rows={2}
        optional
        label={t('panel.score.why')}
        fallback={mine?.comment}
      />
    </>
  )
}

/** One proposal's words under the criterion, and the score beneath them. */
export const ColumnScore = ({ tenderId, ...props }: Props) => {
  const t = useT()
  const alias = useAlias()
  const { facts, words } = props.column
  return (
    <section className="card flex flex-col" aria-label={alias(facts.alias)}>
      <h2 className="mb-3">{alias(facts.alias)}</h2>
      <div className="whitespace-pre-line">
        {words.length > 0 ? <Masked runs={words} /> : <p className="quiet">{t('panel.score.no-words')}</p>}
      </div>
      <BudgetSheet p={facts} />
      {props.criterion.kind === 'objective' ? <CheckedFacts p={facts} /> : null}
      <Papers p={facts} tenderId={tenderId} />
      <div className="mt-auto border-hair border-t pt-3">
        <Given {...props} />
      </div>
    </section>
  )
}
