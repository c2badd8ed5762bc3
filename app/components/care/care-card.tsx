import { useT } from '#app/i18n/use-t.ts'
import type { careHome } from '#domain/deliver/care/care-page.ts'
import { Acts, ButtonLink } from '../button.tsx'
import { Card } from '../card.tsx'
import { useFormat } from '../format.ts'
import { useShell } from '../shell/shell.ts'
import { useAmount } from './amount.tsx'

type Shown = Awaited<ReturnType<typeof careHome>>['cards'][number]

/** What an old person needs on one card: what is left, who comes next, and three large buttons. */
export const CareCard = ({ card }: { card: Shown }) => {
  const t = useT()
  const f = useFormat()
  const amount = useAmount()
  const { help } = useShell()
  const { id, name, state, unit, account, next, toConfirm } = card
  return (
    <Card board title={t('care.card', { name })}>
      {account ? (
        <p>
          {t('care.left')} <b className="num">{amount(unit, account.available)}</b>
        </p>
      ) : (
        <p>{t(`care.state.${state}`)}</p>
      )}
      {account ? (
        <p>
          {next
            ? `${t('care.next')} ${t('care.next.say', { on: f.day(next.on), hour: next.hour, item: next.item })}`
            : t('care.next.none')}
        </p>
      ) : null}
      <Acts>
        {toConfirm.map((visit) => (
          <ButtonLink key={visit.id} to={`/care/visits/${visit.id}`}>
            {t('care.confirm-now')}
          </ButtonLink>
        ))}
        {account ? (
          <ButtonLink to={`/care/${id}/order`} look={toConfirm.length > 0 ? 'second' : 'first'}>
            {t('care.book')}
          </ButtonLink>
        ) : null}
        <ButtonLink to={`/care/${id}`} look="second">
          {t('care.see')}
        </ButtonLink>
        {help ? (
          <ButtonLink to={`tel:${help.phone}`} look="second">
            {t('care.call')}
          </ButtonLink>
        ) : null}
      </Acts>
    </Card>
  )
}
