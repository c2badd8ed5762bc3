import { useLoaderData } from '@remix-run/react'
import { Acts, Button } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Form } from '#app/components/form.tsx'
import { Money } from '#app/components/money.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { checkoutPage, leaveCheckout } from '#app/http/checkout.server.ts'
import { useT } from '#app/i18n/use-t.ts'

export const handle = titled('checkout.title')
export const loader = checkoutPage
export const action = leaveCheckout

export default function Checkout() {
  const t = useT()
  const { words, amount, open } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('checkout.title')}>
      <Note kind="wait">{t('checkout.stand-in')}</Note>
      <Facts
        facts={[
          { term: t('checkout.for'), text: words },
          { term: t('checkout.amount'), text: <Money fen={amount} /> },
        ]}
      />
      {open ? (
        <Form>
          <Acts>
            <Button name="how" value="paid">
              {t('checkout.paid')}
            </Button>
            <Button name="how" value="failed" look="second">
              {t('checkout.failed')}
            </Button>
            <Button name="how" value="closed" look="second">
              {t('checkout.closed')}
            </Button>
          </Acts>
        </Form>
      ) : (
        <p>{t('checkout.used')}</p>
      )}
    </Page>
  )
}
