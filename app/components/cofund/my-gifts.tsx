import { useT } from '#app/i18n/use-t.ts'
import type { myGifts } from '#domain/deliver/cofund/my-gifts.ts'
import { Money } from '../money.tsx'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'
import { WhereTag } from './pots.tsx'

type Gifts = Awaited<ReturnType<typeof myGifts>>

/** What one gave or gave one's word for, on one's own page. */
export const MyGifts = ({ gifts }: { gifts: Gifts }) => {
  const t = useT()
  if (gifts.length === 0) return null
  return (
    <Section title={t('gift.mine')} aside={String(gifts.length)}>
      <p className="quiet small">{t('gift.mine.lead')}</p>
      <Table
        caption={t('gift.mine')}
        captionHidden
        columns={[
          { head: t('cofund.col.what') },
          { head: t('cofund.col.amount'), money: true },
          { head: t('cofund.col.state') },
          { head: t('gift.money') },
          { head: t('cofund.pledge.shown') },
        ]}
        rows={gifts.map((one) => ({
          key: one.id,
          cells: [
            <span key="what">
              <a href={`/gifts/${one.id}`}>{one.pot}</a>
              {one.body ? (
                <span className="small quiet block">{t('gift.mine.for', { body: one.body })}</span>
              ) : null}
            </span>,
            <Money key="m" fen={one.amount} />,
            t(`gift.state.${one.state}`),
            <WhereTag key="w" where={one.where} />,
            t(one.unnamed ? 'gift.mine.unnamed' : 'gift.mine.named'),
          ],
        }))}
      />
    </Section>
  )
}
