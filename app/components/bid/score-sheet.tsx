import { useT } from '#app/i18n/use-t.ts'
import type { readPart } from '#domain/buy/evaluation/read-part.ts'
import { Note } from '../card.tsx'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Part = Awaited<ReturnType<typeof readPart>>

/** 评分: a band for each thing judged, or points; and why. */
export const ScoreSheet = ({ part: { criterion: c, mine, locked } }: { part: Part }) => {
  const t = useT()
  if (locked) return <Note kind="done">{t('panel.score.locked', { points: mine?.points ?? 0 })}</Note>
  const bands = Object.entries(c.bands ?? {})
  const band = (name: string) => (/^[ABCD]$/.test(name) ? t(`band.${name as 'A'}`) : name)
  return (
    <div className="card board">
      <Form submit={t('panel.score.save')}>
        {bands.length > 0 ? (
          Array.from({ length: c.items }, (_, at) => (
            <Choices
              // biome-ignore lint/suspicious/noArrayIndexKey: things judged are told apart by their number alone
              key={at}
              name={`bands[${at}]`}
              legend={
                c.items > 1
                  ? t('panel.score.item', { n: at + 1 })
                  : t('panel.score.ask', { name: c.name, max: c.max })
              }
              fallback={mine?.bands?.[at] ?? []}
              options={bands.map(([name, worth]) => ({
                value: name,
                label: t('panel.score.band', { band: band(name), points: worth }),
                note: /^[ABCD]$/.test(name) ? t(`band.${name as 'A'}.note`) : undefined,
              }))}
            />
          ))
        ) : (
          <Field
            name="points"
            kind="number"
            label={t('panel.score.ask', { name: c.name, max: c.max })}
            hint={t('panel.score.fact')}
            fallback={mine?.points}
          />
        )}
        <Field
          name="comment"
          kind="long"
          rows={4}
          optional
          label={t('panel.score.why')}
          hint={t('panel.score.why.hint')}
          fallback={mine?.comment}
        />
      </Form>
      <p className="small quiet mt-3 mb-0">{t('panel.score.draft')}</p>
    </div>
  )
}
