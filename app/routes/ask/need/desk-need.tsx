import { useLoaderData } from '@remix-run/react'
import { DecideForms, DirectForms } from '#app/components/ask/decide-forms.tsx'
import { Duplicates } from '#app/components/ask/duplicates.tsx'
import { GovernmentDuty } from '#app/components/ask/handed-on.tsx'
import { NeedFacts, Priority } from '#app/components/ask/need-facts.tsx'
import { NeedProof } from '#app/components/ask/need-proof.tsx'
import { NegativeHits } from '#app/components/ask/negative-hits.tsx'
import { PublishNeed } from '#app/components/ask/publish-need.tsx'
import { SplitForm } from '#app/components/ask/split-form.tsx'
import { Note } from '#app/components/card.tsx'
import { Due } from '#app/components/due.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { needActions } from '#app/http/need-actions.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readNeedForDesk } from '#domain/ask/need/read-need.ts'

export const handle = titled<{ need: { title: string } }>((_t, data) => data.need.title)
export const loader = pageLoader((ctx, { id = '' }) => readNeedForDesk(ctx, id))
export const action = needActions

export default function NeedDesk() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const {
    need,
    grids,
    evidence,
    share,
    priority,
    also,
    left,
    source,
    hits,
    alike,
    writing,
    decides,
    directs,
    mergeable,
    duplicates,
    splits,
    communityGrids,
    duty,
  } = data
  const barred = hits.length > 0 || need.itemType === 'referral' || duty?.kind === 'government'
  return (
    <Page
      back={{ to: '/desk/needs', label: t('needs.desk.title') }}
      eyebrow={`${need.communityName} ${need.refNo}`}
      title={need.title}
      lead={t(decides ? 'need.desk.decide' : writing ? 'need.desk.write' : `need.state.${need.state}`)}
    >
      {need.state === 'published' && need.dueAt ? (
        <Due on={new Date(need.dueAt.getTime() - 1)} left={left ?? undefined} mark="local" article={source} />
      ) : null}
      {need.state === 'returned' && need.reason ? <Note kind="wait">{need.reason}</Note> : null}
      <NegativeHits hits={hits} />
      {need.itemType === 'referral' ? null : <GovernmentDuty duty={duty} />}
      {alike.length > 0 ? (
        <Note kind="wait">
          <p>{t('need.alike', { n: alike.length })}</p>
          {alike.map((n) => (
            <a key={n.id} className="hit" href={`/desk/needs/${n.id}`}>
              {[n.title, t(`need.state.${n.state}`)].join(t('ask.comma'))}
            </a>
          ))}
        </Note>
      ) : null}
      <Duplicates need={need} duplicates={duplicates} />
      {writing ? <PublishNeed {...data} /> : null}
      <Section title={t('need.why')}>
        <p className="mt-3">{need.evidence}</p>
        <NeedProof evidence={evidence} />
        <Priority urgency={need.urgency} severity={need.severity} share={share} priority={priority} />
      </Section>
      <Section title={t('need.what')}>
        <NeedFacts need={need} grids={grids} also={also} duty={duty} />
      </Section>
      {decides ? <DecideForms barred={barred} /> : null}
      {splits ? <SplitForm need={need} grids={communityGrids} /> : null}
      {directs ? (
        <DirectForms
          mergeable={['draft', 'published', 'accepted', 'returned'].includes(need.state) ? mergeable : []}
          withdraws={['draft', 'published', 'accepted', 'returned', 'not_selected'].includes(need.state)}
        />
      ) : null}
    </Page>
  )
}
