import { useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { bookWays } from '#db/vocabulary.ts'
import { newEntryPage } from '#domain/treasury/community-books/book-page.ts'
import { enterBookEntry } from '#domain/treasury/community-books/enter-entry.ts'
import { bookEntryForm } from '#domain/treasury/community-books/forms.ts'

export const handle = titled('book.new')
export const loader = pageLoader((ctx) => newEntryPage(ctx))
export const action = formAction({
  form: bookEntryForm,
  run: async (ctx, { scanFile, ...typed }) =>
    enterBookEntry(ctx, { ...typed, scan: Buffer.from(await scanFile.arrayBuffer()) }),
  goTo: ({ id }) => `/desk/books/${id}`,
})

/** 记一笔. */
export default function NewEntry() {
  const t = useT()
  const { owner, side, kinds, today } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/books', label: t('book.title') }}
      eyebrow={owner}
      title={t('book.new')}
      lead={t(`book.new.${side}`)}
    >
      <Form files submit={t('book.enter')}>
        <Choices
          name="way"
          legend={t('book.way')}
          options={bookWays.map((way) => ({ value: way, label: t(`book.way.${way}`) }))}
        />
        <Choices
          name="kind"
          legend={t('book.kind')}
          hint={t('book.kind.hint')}
          options={kinds.map((kind) => ({ value: kind, label: t(`book.kind.${kind}`) }))}
        />
        <Field name="amount" kind="money" label={t('book.amount')} />
        <Field name="on" kind="date" label={t('book.on')} fallback={today} />
        <Field name="title" label={t('book.what')} hint={t('book.what.hint')} />
        <Field name="voucherNo" label={t('book.voucher')} hint={t('book.voucher.hint')} />
        <Field
          name="scanFile"
          kind="file"
          accept=".pdf,.ofd,.png,.jpg,.jpeg"
          label={t('book.scan')}
          hint={t('payment.submit.scan.hint')}
        />
      </Form>
    </Page>
  )
}
