import { useLoaderData } from '@remix-run/react'
import { LevelNote } from '#app/components/buy/delegated.tsx'
import { PlanActs, PlanClocks, PlanNotices } from '#app/components/buy/plan-acts.tsx'
import {
  Approvals,
  ExAnte,
  PlanFacts,
  PlanLines,
  type PlanShown,
  SplittingNote,
} from '#app/components/buy/plan-facts.tsx'
import { Sign, SubmitPlan } from '#app/components/buy/plan-sign.tsx'
import { Note } from '#app/components/card.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { Appraised } from '#app/components/rate/appraised.tsx'
import { Assessed } from '#app/components/rate/assessed.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { announceIntention } from '#domain/buy/plan/announce-intention.ts'
import { approvePlan } from '#domain/buy/plan/approve-plan.ts'
import { declinePlan } from '#domain/buy/plan/decline-plan.ts'
import { announceForm, declinePlanForm, signPlanForm, submitPlanForm } from '#domain/buy/plan/forms.ts'
import { planPage } from '#domain/buy/plan/plan-pages.ts'
import { postDirectNotice } from '#domain/buy/plan/post-direct-notice.ts'
import { submitPlan } from '#domain/buy/plan/submit-plan.ts'
import { dateOf } from '#domain/dates.ts'
import { lastAppraisal } from '#domain/rate/appraisal/read-appraisals.ts'
import { assessedIn } from '#domain/rate/record/assessed-in.ts'

export const handle = titled<PlanShown>((_t, { plan }) => plan.title)
export const loader = pageLoader(async (ctx, { planId }) => {
  const shown = await planPage(ctx, planId!)
  const today = dateOf(ctx.clock.now())
  const { communityId } = shown.plan
  return {
    ...{ ...shown, assessed: await assessedIn(ctx.db, communityId) },
    appraised: await lastAppraisal(ctx.db, communityId, today),
  }
})
const on = formsOf(
  ({ planId = '' }) => ({ planId }),
  ({ id }: { id: string }) => `/desk/plans/${id}`,
)
export const action = formActions({
  submit: on(submitPlanForm, submitPlan),
  sign: on(signPlanForm, approvePlan),
  decline: on(declinePlanForm, declinePlan),
  notice: on(announceForm, postDirectNotice),
  announce: on(announceForm, announceIntention),
})

const kinds = {
  draft: 'plain',
  in_review: 'wait',
  approved: 'done',
  returned: 'wait',
  rejected: 'late',
} as const

export default function Plan() {
  const t = useT()
  const shown = useLoaderData<typeof loader>()
  const { plan, splitting, may, clocks } = shown
  return (
    <Page
      back={shown.listed ? { to: '/desk/plans', label: t('plans.title') } : { to: '/desk' }}
      eyebrow={t('plan.eyebrow', { no: plan.refNo, version: plan.version })}
      title={plan.title}
      lead={<Tag kind={kinds[plan.state]}>{t(`plan.state.${plan.state}`)}</Tag>}
    >
      {plan.reason ? <Note kind="wait">{t('plan.reason', { reason: plan.reason })}</Note> : null}
      <SplittingNote splitting={splitting} amount={plan.amount} listed={shown.listed} />
      <LevelNote level={shown.level} />
      <PlanClocks clocks={clocks} />
      <PlanFacts {...shown} />
      <PlanLines plan={plan} />
      <ExAnte plan={plan} />
      {shown.appraised ? (
        <Section title={t('appraisal.last')}>
          <p className="quiet">{t('appraisal.last.lead', { year: shown.appraised.year })}</p>
          <Appraised result={shown.appraised} />
        </Section>
      ) : null}
      <Assessed results={shown.assessed} lead={t('assessment.before-plan')} />
      <Section title={t('plan.approvals')} aside={t('plan.approvals.hint', { n: plan.chain.length })}>
        <Approvals plan={plan} />
      </Section>
      {may.submit ? (
        <Section title={t('plan.submit')}>
          <SubmitPlan plan={plan} />
        </Section>
      ) : null}
      {may.sign ? <Sign plan={plan} /> : null}
      <PlanNotices plan={plan} may={may} term={shown.term} />
      <PlanActs {...shown} />
    </Page>
  )
}
