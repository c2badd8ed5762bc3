import { useLoaderData } from '@remix-run/react'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Tick } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { useBookFacts } from '#app/components/pay/community-book-facts.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { bookEntryPage, type ShownEntry } from '#domain/treasury/community-books/book-page.ts'
import { approveBookEntry, returnBookEntry } from '#domain/treasury/community-books/decide-entry.ts'
import { reverseBookEntry } from '#domain/treasury/community-books/enter-entry.ts'
import * as forms from '#domain/treasury/community-books/forms.ts'

export const handle = titled<ShownEntry>((t, { entry }) => t('book.one', { no: entry.refNo }))
export const loader = pageLoader((ctx, { bookId }) => bookEntryPage(ctx, bookId!))
const on = formsOf(
  ({ bookId = '' }) => ({ bookId }),
  ({ id }: { id: string }) => `/desk/books/${id}`,
)
export const action = formActions({
  approve: on(forms.approveBookForm, approveBookEntry),
  return: on(forms.returnBookForm, returnBookEntry),
  reverse: on(forms.reverseBookForm, reverseBookEntry),
})

const Decide = () => {
  const t = useT()
  return (
    <>
      <Section title={t('book.approve')}>
        <Form name="approve" submit={t('book.approve.do')}>
          <Tick name="approved">{t('book.approve.say')}</Tick>
        </Form>
      </Section>
      <FormDetails form="return" summary={t('book.return')}>
        <Form name="return" look="second" submit={t('book.return.do')}>
          <Field name="reason" label={t('book.return.reason')} hint={t('book.return.hint')} />
        </Form>
      </FormDetails>
    </>
  )
}

/** One entry: its paper, who entered it, who approved it; and the way to take it back whole. */
export default function Entry() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { entry, may } = page
  const facts = useBookFacts(page)
  return (
    <Page
      narrow
      back={{ to: '/desk/books', label: t('book.title') }}
      eyebrow={entry.owner}
      title={entry.title}
      lead={t(`book.state.${entry.state}`)}
    >
      {entry.returnReason ? (
        <Note kind="late">{t('book.returned', { reason: entry.returnReason })}</Note>
      ) : null}
      {page.differs ? <Note kind="late">{t('paper-check.differs', { words: page.differs })}</Note> : null}
      <Facts facts={facts} />
      {may.approve ? <Decide /> : null}
      {may.reverse ? (
        <FormDetails form="reverse" summary={t('book.reverse')}>
          <Form name="reverse" look="second" submit={t('book.reverse.do')}>
            <Field name="reason" label={t('book.reverse.reason')} hint={t('book.reverse.hint')} />
          </Form>
        </FormDetails>
      ) : null}
    </Page>
  )
}
