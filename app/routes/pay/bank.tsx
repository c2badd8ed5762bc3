import { useActionData, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { BankBooks, BankLists, BankQueue } from '#app/components/pay/bank-tables.tsx'
import { BankTried } from '#app/components/pay/bank-tried.tsx'
import { Refused } from '#app/components/refused.tsx'
import { titled } from '#app/components/shell/title.ts'
import { bankAction } from '#app/http/bank-list.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { bankPage } from '#domain/deliver/payment/bank-page.ts'

export const handle = titled('bank.title')
export const loader = pageLoader((ctx, _params, url) =>
  bankPage(ctx, Number(url.searchParams.get('page')) || 1),
)
export const action = bankAction

/** 银行明细: bring the bank's list in, and match by hand what it left over. */
export default function Bank() {
  const t = useT()
  const { waiting, page, pages, queue, lists, books, brings } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page
      back={{ to: '/desk/payments', label: t('payments.title') }}
      title={t('bank.title')}
      lead={t('bank.lead')}
    >
      {answer && 'tried' in answer ? (
        <BankTried tried={answer.tried} lines={answer.lines} />
      ) : (
        <Refused of="bring" />
      )}
      <Section title={t('bank.queue')} aside={t('bank.n', { n: waiting })}>
        {queue.length > 0 ? <BankQueue lines={queue} /> : <Empty>{t('bank.queue.none')}</Empty>}
        <Pagination page={page} pages={pages} to={(n) => `/desk/bank?page=${n}`} />
      </Section>
      {brings ? (
        <Section title={t('bank.sheet')}>
          <p className="quiet">{t('bank.sheet.say')}</p>
          <ButtonLink look="second" to="/desk/bank/template.xlsx">
            {t('bank.template')}
          </ButtonLink>
          <div className="h-4" />
          <Form name="sheet" files look="second" submit={t('bank.try')}>
            <Field
              name="sheet"
              kind="file"
              accept=".xlsx"
              label={t('bank.file')}
              hint={t('bank.file.hint')}
            />
          </Form>
        </Section>
      ) : null}
      <Section title={t('bank.books')}>
        <BankBooks books={books} />
      </Section>
      {lists.length > 0 ? (
        <Section title={t('bank.lists')}>
          <BankLists lists={lists} />
        </Section>
      ) : null}
    </Page>
  )
}
