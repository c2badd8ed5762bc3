import { useT } from '#app/i18n/use-t.ts'
import type { linkageSectors } from '#db/vocabulary.ts'
import { useFormat } from '../format.ts'
import { LinkageCard } from '../linkage-card.tsx'
import { Tag } from '../tag.tsx'

export type CardSide = {
  sector: (typeof linkageSectors)[number]
  goal: string
  duty: string
  contribution: string
  confirmedAt: Date | null
  body: string
  person: string | null
}

/** 联动卡 of one contract, with who has confirmed and who has not. */
export const ContractCard = ({
  card,
  confirmations,
}: {
  card: readonly CardSide[]
  confirmations?: boolean
}) => {
  const t = useT()
  const f = useFormat()
  const mark = ({ confirmedAt }: CardSide) =>
    confirmedAt ? (
      <Tag kind="done">{t('linkage.confirmed', { date: f.short(confirmedAt) })}</Tag>
    ) : (
      <Tag kind="wait">{t('linkage.unconfirmed')}</Tag>
    )
  return (
    <LinkageCard
      goal={card[0]?.goal}
      sides={card.map((side) => ({
        sector: side.sector,
        body: side.sector === 'social_worker' && side.person ? side.person : side.body,
        person: confirmations ? (
          <>
            {side.person ? <span className="block">{side.body}</span> : null}
            {mark(side)}
          </>
        ) : side.person ? (
          side.body
        ) : null,
        does: side.duty,
        brings: side.contribution,
      }))}
    />
  )
}
