import { useFormat } from '#app/components/format.ts'
import { Section } from '#app/components/page.tsx'
import { TaskList } from '#app/components/task-list.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { readKeyPage, ShownTrustee } from '#domain/ask/vote/trustees/read-trustees.ts'

type Data = Awaited<ReturnType<typeof readKeyPage>>
type Say = 'name' | 'wait' | 'try' | 'ready' | 'sealed' | 'closed' | 'done'

/** Who has not confirmed yet, by name. */
export const useMissing = () => {
  const t = useT()
  return (trustees: readonly ShownTrustee[]) =>
    trustees
      .filter((one) => !one.confirmedAt)
      .map((one) => one.name)
      .join(t('turnout.and'))
}

/** Where the key stands, in one word that says what comes next. */
export function keyStep({ round, trustees, made }: Data): Say {
  if (round.phase === 'closed') return 'closed'
  if (round.phase === 'counted' || round.phase === 'announced' || round.phase === 'void') return 'done'
  if (round.phase !== 'draft') return 'sealed'
  if (trustees.length === 0) return 'name'
  if (!made) return 'wait'
  return made.triedAt ? 'ready' : 'try'
}

/** The three, each with where he stands. */
export const Keepers = ({ trustees }: { trustees: readonly ShownTrustee[] }) => {
  const t = useT()
  const f = useFormat()
  const stateOf = (one: ShownTrustee) => (one.triedAt ? 'tried' : one.confirmedAt ? 'confirmed' : 'waiting')
  return (
    <Section title={t('key.who')}>
      <TaskList
        tasks={trustees.map((one) => ({
          title: `${one.name} · ${one.body}`,
          state: t(`key.state.${stateOf(one)}`),
          kind: one.confirmedAt ? 'done' : 'wait',
          note: [
            t(`key.kind.${one.kind}`),
            one.confirmedAt ? f.dateTime(one.confirmedAt) : '',
            one.confirmedAt ? t(one.printedAt ? 'key.printed' : 'key.not-printed') : '',
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </Section>
  )
}

/** 应急: what to do when one of the three is missing, step by step. */
export const LostKeys = () => {
  const t = useT()
  return (
    <Section title={t('key.lost')}>
      <ol className="steps">
        <li>{t('key.lost.1')}</li>
        <li>{t('key.lost.2')}</li>
        <li>{t('key.lost.3')}</li>
        <li>{t('key.lost.4')}</li>
      </ol>
      <p className="quiet">{t('key.lost.drill')}</p>
    </Section>
  )
}
