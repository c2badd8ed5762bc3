import { useT } from '#app/i18n/use-t.ts'
import type { PublicPot } from '#domain/deliver/cofund/public-cofund.ts'
import { Money } from '../money.tsx'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'
import { Tag } from '../tag.tsx'

const looks = {
  nowhere: 'plain',
  held: 'wait',
  in_transit: 'wait',
  paid: 'done',
  refund_due: 'wait',
  refunded: 'plain',
} as const
type Where = keyof typeof looks

/** Where the money of a gift is. */
export const WhereTag = ({ where }: { where: Where }) => {
  const t = useT()
  return <Tag kind={looks[where]}>{t(`cofund.where.${where}`)}</Tag>
}

type PotsProps = { pots: readonly PublicPot[]; caption: string; projects?: boolean }
/** Every pot with its sums: what is wanted, agreed, there, sent on, given back. */
export const PotsTable = ({ pots, caption, projects }: PotsProps) => {
  const t = useT()
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { head: t('cofund.col.what') },
        ...(projects ? [{ head: t('cofund.col.project') }] : []),
        { head: t('cofund.col.wanted'), money: true },
        { head: t('cofund.col.received'), money: true },
        { head: t('cofund.col.held'), money: true },
        { head: t('cofund.col.paid'), money: true },
        { head: t('cofund.col.refunded'), money: true },
        { head: t('cofund.col.state') },
      ]}
      rows={pots.map((pot) => ({
        key: pot.id,
        cells: [
          <a key="p" href={`/cofund/${pot.id}`}>
            {pot.title}
          </a>,
          ...(projects
            ? [
                <a key="plan" href={`/projects/${pot.plan.id}`}>
                  {pot.plan.title}
                </a>,
              ]
            : []),
          <Money key="w" fen={pot.wanted} />,
          <Money key="r" fen={pot.received} />,
          <Money key="h" fen={pot.held} />,
          <Money key="d" fen={pot.paid} />,
          <Money key="b" fen={pot.refunded} />,
          <Tag key="s" kind={pot.state === 'open' ? 'live' : 'plain'}>
            {t(`cofund.${pot.state}`)}
          </Tag>,
        ],
      }))}
    />
  )
}

/** What has arrived, from whom, as each would be named. */
export const GiversTable = ({ givers }: { givers: PublicPot['givers'] }) => {
  const t = useT()
  if (givers.length === 0) return <p className="quiet">{t('cofund.givers.none')}</p>
  return (
    <Table
      caption={t('cofund.givers')}
      captionHidden
      columns={[
        { head: t('cofund.col.giver') },
        { head: t('cofund.col.no') },
        { head: t('cofund.col.amount'), money: true },
        { head: t('cofund.col.state') },
      ]}
      rows={givers.map((one) => ({
        key: one.refNo,
        cells: [
          <>
            {one.shownAs ?? t('cofund.unnamed')}{' '}
            <span className="quiet small">{t(`cofund.kind.${one.kind}`)}</span>
          </>,
          <span key="n" className="num">
            {one.refNo}
          </span>,
          <Money key="m" fen={one.amount} />,
          <WhereTag key="t" where={one.where} />,
        ],
      }))}
    />
  )
}

/** On a project's page: what came from companies and people, apart from fiscal money. */
export const ProjectCofund = ({ pots }: { pots: readonly PublicPot[] }) => {
  const t = useT()
  if (pots.length === 0) return null
  return (
    <Section title={t('cofund.apart')} id="cofund">
      <p className="quiet small mt-3">{t('cofund.apart.lead')}</p>
      <PotsTable pots={pots} caption={t('cofund.apart')} />
    </Section>
  )
}
