import { useT } from '#app/i18n/use-t.ts'
import type { KeyDesk, ShownKeeper } from '#domain/buy/seal/read-keepers.ts'
import { useFormat } from '../../format.ts'
import { Section } from '../../page.tsx'
import { TaskList } from '../../task-list.tsx'

/** Who has not confirmed yet, by name. */
export const useMissing = () => {
  const t = useT()
  return (keepers: readonly ShownKeeper[]) =>
    keepers
      .filter((one) => !one.confirmedAt)
      .map((one) => one.name)
      .join(t('turnout.and'))
}

type Step = 'simple' | 'name' | 'wait' | 'try' | 'ready' | 'sealed' | 'open' | 'done' | 'gone'
/** Where the key stands, in one word that says what comes next. */
export function sealStep({ call, keepers, made, early }: KeyDesk): Step {
  if (call.sealMode === 'simple') return 'simple'
  if (call.openedAt) return 'done'
  if (keepers.filter((k) => k.lostAt).length > 1) return 'gone'
  if (!early) return call.due ? 'open' : 'sealed'
  if (keepers.length === 0) return 'name'
  if (!made) return 'wait'
  return made.triedAt ? 'ready' : 'try'
}

const stateOf = (one: ShownKeeper) =>
  one.lostAt ? 'lost' : one.triedAt ? 'tried' : one.confirmedAt ? 'confirmed' : 'waiting'

/** The three, each with where he stands. */
export const SealKeepers = ({ keepers }: { keepers: readonly ShownKeeper[] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('seal.who')}>
      <TaskList
        tasks={keepers.map((one) => ({
          title: `${one.name} · ${one.body}`,
          state: t(`seal.state.${stateOf(one)}`),
          kind: one.lostAt ? 'late' : one.confirmedAt ? 'done' : 'wait',
          note: [
            t(`seal.kind.${one.kind}`),
            one.confirmedAt ? t(one.printedAt ? 'seal.printed' : 'seal.not-printed') : '',
            one.provedAt ? t('seal.proved', { date: f.date(one.provedAt) }) : '',
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </Section>
  )
}

/** 应急: what to do when a keeper is missing or a share is lost, step by step. */
export const LostShares = () => {
  const t = useT()
  return (
    <Section title={t('seal.lost')}>
      <ol className="steps">
        {(['1', '2', '3', '4'] as const).map((n) => (
          <li key={n}>{t(`seal.lost.${n}`)}</li>
        ))}
      </ol>
      <p className="quiet">{t('seal.lost.why')}</p>
    </Section>
  )
}
