import { useT } from '#app/i18n/use-t.ts'
import type { Archive } from '#domain/deliver/contract/archive/archive-page.ts'
import { Facts } from '../check-answers.tsx'
import { ClockGround, Countdown } from '../countdown.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Tag } from '../tag.tsx'

/** The copy that goes to the finance side: its clock, the form, or when it went. */
export const ArchiveFiling = ({ filing }: { filing: NonNullable<Archive['filing']> }) => {
  const t = useT()
  const f = useFormat()
  const { done, clock } = filing
  return (
    <Section title={t('archive.filing')} aside={t('archive.filing.hint')}>
      {done ? (
        <>
          <Facts
            facts={[
              {
                term: t('archive.filed-on'),
                text: (
                  <>
                    {f.date(done.filedOn)}{' '}
                    <Tag kind={done.late ? 'late' : 'done'}>
                      {t(done.late ? 'archive.late' : 'archive.in-time')}
                    </Tag>
                  </>
                ),
              },
              ...(done.receiptNo ? [{ term: t('archive.receipt'), text: done.receiptNo }] : []),
            ]}
          />
          <ClockGround clock={clock} />
        </>
      ) : (
        <Countdown clock={clock} />
      )}
      {filing.may ? (
        <Form name="file" submit={t('archive.file')}>
          <Field name="filedOn" kind="date" short label={t('archive.filed-on')} fallback={filing.today} />
          <Field name="receiptNo" optional label={t('archive.receipt')} />
        </Form>
      ) : null}
    </Section>
  )
}

/** When the report reached the buyer, and until when everything of this purchase is kept. */
export const ArchiveRecords = ({ page: { report, kept } }: { page: Pick<Archive, 'report' | 'kept'> }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section plain title={t('archive.records')}>
      <Facts
        facts={[
          ...(report?.deliveredAt
            ? [
                {
                  term: t('archive.report'),
                  text: (
                    <>
                      {f.dateTime(report.deliveredAt)}{' '}
                      <Tag kind={report.late ? 'late' : 'done'}>
                        {t(report.late ? 'archive.late' : 'archive.in-time')}
                      </Tag>
                    </>
                  ),
                },
                {
                  term: t('archive.report.by'),
                  text: `${f.date(report.clock.on)} · ${report.clock.article}`,
                },
              ]
            : []),
          ...(kept
            ? [
                { term: t('archive.ended'), text: f.date(kept.from) },
                { term: t('archive.kept'), text: `${f.date(kept.until)} · ${kept.source}` },
              ]
            : []),
        ]}
      />
      {kept ? <p className="quiet">{t('archive.kept.says')}</p> : null}
    </Section>
  )
}
