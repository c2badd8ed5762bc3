import { useT } from '#app/i18n/use-t.ts'
import { Acts, ButtonLink } from '../button.tsx'
import { Note } from '../card.tsx'
import { Countdown } from '../countdown.tsx'
import { Form } from '../form.tsx'
import { Section } from '../page.tsx'
import type { PlanShown } from './plan-facts.tsx'

const ways = {
  tender: { to: '/desk/tenders/new', say: 'plan.to-tender' },
  framework: { to: '/desk/frameworks/new', say: 'plan.to-framework' },
  minor: { to: '/desk/minor-works/new', say: 'plan.to-minor' },
} as const

/** What the plan waits for, with its article and what is left. */
export const PlanClocks = ({ clocks }: Pick<PlanShown, 'clocks'>) => {
  const t = useT()
  return clocks.map((clock) => (
    <Note key={clock.code}>
      {t(clock.code === 'DIRECT_NOTICE' ? 'direct.waits' : 'plan.intention.wait')}
      <Countdown clock={clock} />
    </Note>
  ))
}

/** What must be told to everybody before the purchase begins. */
export const PlanNotices = ({ plan, may, term }: Pick<PlanShown, 'plan' | 'may' | 'term'>) => {
  const t = useT()
  const days = t(`rules.unit.${term.unit as 'd'}`, { n: term.value })
  const must = plan.method.intentionDays > 0 ? t('plan.announce.must', { term: days }) : undefined
  return (
    <>
      {may.announce ? (
        <Section title={t('plan.announce')} aside={must}>
          <Form name="announce" look="second" submit={t('plan.announce.do')} />
        </Section>
      ) : null}
      {may.notice ? (
        <Section title={t('direct.title')} aside={t('direct.post.hint')}>
          <Form name="notice" submit={t('direct.post')} />
        </Section>
      ) : null}
    </>
  )
}

/** How an approved plan goes on, and what it has become. */
export const PlanActs = ({ plan, may, way, other, tenders }: PlanShown) => {
  const t = useT()
  const live = tenders[0]
  return (
    <Acts>
      {may.tender ? <ButtonLink to={`${ways[way].to}?plan=${plan.id}`}>{t(ways[way].say)}</ButtonLink> : null}
      {may.edit ? <a href={`/desk/plans/${plan.id}/edit`}>{t('plan.edit')}</a> : null}
      {other ? <a href={other.to}>{t('plan.see-other', { no: other.refNo })}</a> : null}
      {plan.directNoticeOn ? <a href={`/direct-notices/${plan.id}`}>{t('direct.see')}</a> : null}
      {live ? <a href={`/desk/tenders/${live.id}`}>{t('plan.see-tender', { no: live.refNo })}</a> : null}
    </Acts>
  )
}
