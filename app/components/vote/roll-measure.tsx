import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Section } from '#app/components/page.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { RollMeasure } from '#domain/ask/vote/roll-measure.ts'

/** What a trial import found: how big the roll is, and how far it lies from the one before and from the register. */
export const RollTried = ({ measure }: { measure: RollMeasure }) => {
  const t = useT()
  const f = useFormat()
  const { registered } = measure
  const rows = [
    ['roll.try.entries', measure.entries],
    ['roll.try.households', measure.households],
    ['roll.try.no-phone', measure.withoutPhone],
    ['roll.try.added', measure.added],
    ['roll.try.gone', measure.gone],
  ] as const
  return (
    <Section title={t('roll.try.title')}>
      <Note kind="done">{t('roll.try.good')}</Note>
      <Facts
        facts={[
          ...rows.map(([key, n]) => ({ term: t(key), text: f.number(n) })),
          {
            term: t('roll.try.registered'),
            text: registered === null ? t('roll.unknown') : f.number(registered),
          },
          ...(registered === null
            ? []
            : [{ term: t('roll.try.difference'), text: f.number(measure.entries - registered) }]),
        ]}
      />
    </Section>
  )
}
