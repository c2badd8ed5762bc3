import { useLoaderData } from '@remix-run/react'
import { ChangeLinks } from '#app/components/deliver/change-list.tsx'
import { ContractCard } from '#app/components/deliver/contract-card.tsx'
import { ContractTag } from '#app/components/deliver/contract-tag.tsx'
import { DiaryDays } from '#app/components/deliver/diary-days.tsx'
import { ServedFacts } from '#app/components/deliver/evidence.tsx'
import { FindingLinks } from '#app/components/deliver/finding-links.tsx'
import { RoomMoney } from '#app/components/deliver/room-money.tsx'
import { roomTasks } from '#app/components/deliver/room-tasks.ts'
import { SubcontractLinks } from '#app/components/deliver/subcontract-list.tsx'
import { Waits } from '#app/components/deliver/waits.tsx'
import { Warnings } from '#app/components/deliver/warnings.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { Road } from '#app/components/road.tsx'
import { titled } from '#app/components/shell/title.ts'
import { TaskList } from '#app/components/task-list.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { contractRoom } from '#domain/deliver/contract/room.ts'

export const handle = titled<{ title: string }>((_, data) => data.title)
export const loader = pageLoader((ctx, { contractId }) => contractRoom(ctx, contractId!))

export default function Room() {
  const t = useT()
  const f = useFormat()
  const room = useLoaderData<typeof loader>()
  const here = Math.round(
    (room.milestones.filter((m) => m.state === 'accepted').length / room.milestones.length) * 100,
  )
  return (
    <Page
      back={{ to: '/work', label: t('work.title') }}
      eyebrow={room.refNo}
      title={room.title}
      lead={t('room.lead', { buyer: room.buyer, supplier: room.supplier, price: f.money(room.price) })}
    >
      <p>
        <ContractTag state={room.state} />
      </p>
      <Road size="big" at={room.state === 'completed' ? 'rate' : 'deliver'} here={here} />
      <Warnings warnings={room.warnings} />
      <Section title={t('wait.title')}>
        <Waits waits={room.waits} />
      </Section>
      <Section title={t('room.tasks')}>
        <TaskList tasks={roomTasks(room, t)} />
      </Section>
      <Section title={t('contract.milestones')}>
        <RoomMoney room={room} />
      </Section>
      <Section title={t('diary.title')}>
        <ServedFacts served={room.served} />
        <DiaryDays days={room.diary} contractId={room.id} />
        {room.may.people ? (
          <Links
            links={[
              ...(room.may.record ? [{ to: `/work/${room.id}/diary/new`, label: t('diary.new.title') }] : []),
              { to: `/work/${room.id}/diary`, label: t('diary.all') },
              { to: `/work/${room.id}/people`, label: t('people.title') },
              ...(room.may.openCase ? [{ to: `/work/${room.id}/cases/new`, label: t('case.new') }] : []),
            ]}
          />
        ) : null}
      </Section>
      <Section title={t('contract.card')}>
        <ContractCard card={room.card} confirmations />
        {room.publishedAt ? (
          <Links links={[{ to: `/work/${room.id}/joint-log`, label: t('joint-log.link') }]} />
        ) : null}
      </Section>
      <ChangeLinks id={room.id} changes={room.changes} mayDraft={room.may.change} />
      <SubcontractLinks id={room.id} room={room.subcontracts} />
      <Section title={t('finding.title')}>
        <FindingLinks
          findings={room.findings}
          raise={room.may.raise ? `/work/${room.id}/findings/new` : null}
        />
        {room.may.assess ? (
          <Links links={[{ to: `/work/${room.id}/assessments/new`, label: t('assessment.link') }]} />
        ) : null}
      </Section>
      <Links
        links={[
          { to: `/desk/contracts/${room.id}`, label: t('contract.clauses') },
          ...(room.publishedAt ? [{ to: `/projects/${room.planId}`, label: t('contract.project') }] : []),
        ]}
      />
    </Page>
  )
}
