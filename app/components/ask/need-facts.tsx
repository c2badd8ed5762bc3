import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { NeedState } from '#domain/ask/need/find-need.ts'
import { Details } from '../card.tsx'
import { type Fact, Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { Tag } from '../tag.tsx'
import { needPoint } from './need-road.ts'

type Shown = {
  refNo: string
  state: NeedState
  category: string
  itemType: string
  communityName: string
  targetGroup: string
  beneficiaries: number
  outcome: string
  estimate: number
  catalogueCode: string | null
  catalogueName: string | null
  startsOn: string | null
  endsOn: string | null
  dutyOutside: boolean
}

/** The facts of a need, the same for residents, committee and street. */
export const NeedFacts = ({
  need,
  grids,
  also,
  duty,
}: {
  need: Shown
  duty: { title: string; ground: string; kind: string } | null
  grids: ReadonlyArray<{ name: string }>
  also: number
}) => {
  const t = useT()
  const f = useFormat()
  const facts: Fact[] = [
    {
      term: t('need.state'),
      text: <Tag kind={needPoint[need.state].tag}>{t(`need.state.${need.state}`)}</Tag>,
    },
    { term: t('need.category'), text: t(`category.${need.category}` as Key) },
    { term: t('ask.place'), text: grids.map((g) => g.name).join(t('ask.comma')) || need.communityName },
    {
      term: t('need.target-group'),
      text: need.targetGroup && t('need.target.n', { group: need.targetGroup, n: need.beneficiaries }),
    },
    ...(need.startsOn && need.endsOn
      ? [
          {
            term: t('need.dates'),
            text: t('need.dates.text', { from: f.date(need.startsOn), to: f.date(need.endsOn) }),
          },
        ]
      : []),
    { term: t('need.outcome'), text: need.outcome },
    {
      term: t('need.estimate'),
      text: need.estimate > 0 ? <span className="num">{f.money(need.estimate)}</span> : '',
    },
    { term: t('need.item-type'), text: t(`item-type.${need.itemType}` as Key) },
    ...(need.catalogueName
      ? [{ term: t('need.catalogue'), text: `${need.catalogueCode} ${need.catalogueName}` }]
      : []),
    {
      term: t('duty.whose'),
      text: duty
        ? t('duty.row', { ...duty, kind: t(`duty.${duty.kind}` as Key) })
        : need.dutyOutside
          ? t('duty.outside')
          : '',
    },
    { term: t('need.also'), text: t('need.also.n', { n: also }) },
  ]
  return <Facts facts={facts.filter(({ text }) => text !== '')} />
}

/** The priority with its formula, so that nobody takes it for a decision. */
export const Priority = ({
  urgency,
  severity,
  share,
  priority,
}: {
  urgency: number
  severity: number
  share: number | null
  priority: number
}) => {
  const t = useT()
  const f = useFormat()
  return (
    <Details summary={t('need.priority', { points: f.number(priority) })}>
      <p>
        {t('need.priority.sum', {
          urgency,
          severity,
          share: share === null ? t('need.priority.none') : f.percent(share),
          points: f.number(priority),
        })}
      </p>
      <p className="small quiet">{t('need.priority.say')}</p>
    </Details>
  )
}
