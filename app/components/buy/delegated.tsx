import { useT } from '#app/i18n/use-t.ts'
import type { ApprovalLevel } from '#domain/buy/plan/delegation/approval-level.ts'
import type { Delegated } from '#domain/buy/plan/delegation/delegations-page.ts'
import { Note } from '../card.tsx'
import { type Fact, Facts } from '../check-answers.tsx'
import { Links } from '../entry.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Tag } from '../tag.tsx'
import { useNamed } from './use-named.ts'

/** Who approves a plan and why: the committee within what was delegated, the street, or the district. */
export const LevelNote = ({ level }: { level: ApprovalLevel | null }) => {
  const t = useT()
  const f = useFormat()
  if (!level) return null
  const said = {
    delegate: () =>
      level.kind === 'delegate' &&
      t('delegation.level.delegate', {
        committee: level.committee,
        each: f.money(level.perPurchase),
        left: f.money(level.left),
        source: level.source,
      }),
    street: () =>
      level.kind === 'street' &&
      t('delegation.level.street', { why: level.why ? t(`delegation.why.${level.why}`) : '' }),
    district: () =>
      level.kind === 'district' &&
      t('delegation.level.district', { limit: f.money(level.limit), source: level.source }),
  }
  return (
    <Note>
      <b>{t('delegation.level.title')}</b> {said[level.kind]()}{' '}
      <a href="/delegations">{t('delegation.public')}</a>
    </Note>
  )
}

const StateTag = ({ one }: { one: Delegated }) => {
  const t = useT()
  if (one.withdrawnAt) return <Tag kind="late">{t('delegation.state.withdrawn')}</Tag>
  if (one.stands) return <Tag kind="done">{t('delegation.state.stands')}</Tag>
  return <Tag>{t(one.over ? 'delegation.state.over' : 'delegation.state.waits')}</Tag>
}

/** One version: its bounds, its source and how sure that is, what was used, and each plan signed under it. */
export const DelegationSection = ({ one, children }: { one: Delegated; children?: React.ReactNode }) => {
  const t = useT()
  const f = useFormat()
  const named = useNamed()
  const { committee, version, perPurchase, perYear, used, left, plans, signed, mark } = one
  const facts: Fact[] = [
    {
      term: t('delegation.term'),
      text: t('delegation.term.of', { from: f.day(one.from), to: f.day(one.to) }),
    },
    {
      term: t('delegation.bounds'),
      text: t('delegation.bounds.of', { each: f.money(perPurchase), year: f.money(perYear) }),
    },
    { term: t('delegation.line'), text: one.line },
    {
      term: t('delegation.categories'),
      text: (one.categories ?? []).map((c) => t(`category.${c}`)).join(t('ask.comma')),
    },
    {
      term: t('delegation.source'),
      text: mark === 'M' ? `${one.source}（${t('delegation.mark.M')}）` : one.source,
    },
    ...(used !== null
      ? [
          {
            term: t('delegation.used'),
            text: t('delegation.used.of', { used: f.money(used), n: plans, left: f.money(left) }),
          },
        ]
      : []),
  ]
  return (
    <Section title={t('delegation.of', { committee, version })}>
      <p>
        <StateTag one={one} />{' '}
        {one.withdrawnAt
          ? t('delegation.withdrawn.of', { day: f.day(one.withdrawnAt), ground: one.withdrawGround ?? '' })
          : null}
      </p>
      <Facts facts={facts} />
      {signed.length > 0 ? (
        <>
          <h3>{t('delegation.signed')}</h3>
          <Links
            links={signed.map((p) => ({
              to: `/projects/${p.id}`,
              label: `${named({ name: p.title, nameEn: p.titleEn })} ${f.money(p.amount)}`,
            }))}
          />
        </>
      ) : (
        <p className="quiet small">{t('delegation.signed.none')}</p>
      )}
      {children}
    </Section>
  )
}
