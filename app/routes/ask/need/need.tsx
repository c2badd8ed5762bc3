import { useLoaderData } from '@remix-run/react'
import { NeedFacts, Priority } from '#app/components/ask/need-facts.tsx'
import { NeedProof } from '#app/components/ask/need-proof.tsx'
import { needPoint } from '#app/components/ask/need-road.ts'
import { NegativeHits } from '#app/components/ask/negative-hits.tsx'
import { VoteReply } from '#app/components/ask/vote-reply.tsx'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Due } from '#app/components/due.tsx'
import { useFormat } from '#app/components/format.ts'
import { Trail } from '#app/components/open/trail.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { Road } from '#app/components/road.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { told } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readPublicNeed } from '#domain/ask/need/read-need.ts'
import { projectOfNeed } from '#domain/open/projects.ts'
import { trailOf } from '#domain/open/trail.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled<{ need: { title: string } }>((_t, data) => data.need.title)

export const loader = publicLoader(async (ctx, { id = '' }) => {
  const facts = await readPublicNeed(ctx, id)
  const planId = await projectOfNeed(ctx.db, id)
  return { ...facts, planId, trail: await trailOf(ctx.db, planId, [id]) }
})

export default function Need() {
  const t = useT()
  const f = useFormat()
  const { need, grids, evidence, share, priority, also, duty, ...rest } = useLoaderData<typeof loader>()
  const { left, late, source, hits, voted, joinable, planId, trail, like } = rest
  const point = needPoint[need.state]
  const due = need.dueAt ? new Date(need.dueAt.getTime() - 1) : null
  const waits = need.state === 'published'
  const lead = t(waits && late ? 'need.lead.late' : `need.lead.${need.state}`, {
    date: due ? f.date(due) : '',
    to: need.redirectTo ?? '',
    place: need.communityName,
  })
  return (
    <Page
      back={{ to: '/needs', label: t('needs.title') }}
      eyebrow={`${need.communityName} ${need.refNo}`}
      title={need.title}
      lead={lead}
    >
      <Road
        size="big"
        at={point.at}
        here={point.here}
        notes={{
          ask: [t(`need.state.${need.state}`), ...(need.publishedAt ? [f.short(need.publishedAt)] : [])],
        }}
      />
      {like ? (
        <p>
          {t('showcase.like.of')} <a href={`/projects/${like.id}`}>{like.title}</a>
        </p>
      ) : null}
      <NegativeHits hits={hits} />
      {waits && due ? (
        <div className="mt-6">
          <Due on={due} left={left ?? undefined} mark="local" article={source} />
        </div>
      ) : null}
      {need.reason && !waits && !need.reason.startsWith('vote.reply.') ? (
        <Section title={t('need.reason')} aside={need.decidedAt ? f.day(need.decidedAt) : undefined}>
          <p>{told(t, need.reason)}</p>
        </Section>
      ) : null}
      {voted ? <VoteReply {...voted} /> : null}
      <Acts>
        {joinable ? <ButtonLink to={`/needs/${need.id}/me-too`}>{t('ask.me-too')}</ButtonLink> : null}
        {planId ? (
          <ButtonLink look="second" to={`/projects/${planId}`}>
            {t('need.project')}
          </ButtonLink>
        ) : null}
        {need.splitFrom ? (
          <ButtonLink look="second" to={`/needs/${need.splitFrom}`}>
            {t('need.split-from')}
          </ButtonLink>
        ) : null}
        {need.mergedInto ? (
          <ButtonLink look="second" to={`/needs/${need.mergedInto}`}>
            {t('need.merged-into')}
          </ButtonLink>
        ) : null}
      </Acts>
      <Section title={t('need.why')}>
        <p className="mt-3">{need.evidence}</p>
        <NeedProof evidence={evidence} />
        <Priority urgency={need.urgency} severity={need.severity} share={share} priority={priority} />
      </Section>
      <Section title={t('need.what')}>
        <NeedFacts need={need} grids={grids} also={also} duty={duty} />
      </Section>
      <Section plain title={t('need.trail')}>
        <Trail entries={trail} at={point.at} />
      </Section>
    </Page>
  )
}
