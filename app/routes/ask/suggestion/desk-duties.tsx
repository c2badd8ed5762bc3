import { useActionData, useLoaderData } from '@remix-run/react'
import { DutyChanges, DutyRevisions, DutyTable } from '#app/components/ask/duty-tables.tsx'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { dutiesAction } from '#app/http/duties-sheet.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readDutyList } from '#domain/ask/suggestion/revise-duties.ts'

export const handle = titled('duties.title')
export const loader = pageLoader((ctx) => readDutyList(ctx))
export const action = dutiesAction

/** 权责清单: as it stands, as it will stand, and a new one by Excel. */
export default function Duties() {
  const t = useT()
  const f = useFormat()
  const { today, coming, revisions, tomorrow } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <Page back={{ to: '/desk' }} title={t('duties.title')} lead={t('duties.lead')}>
      {answer && 'changes' in answer ? <DutyChanges changes={answer.changes} /> : null}
      <Section title={t('duties.now')} aside={t('duties.n', { n: today.length })}>
        <DutyTable caption={t('duties.now')} rows={today} />
      </Section>
      {coming.length > 0 ? (
        <Section title={t('duties.coming', { date: f.day(coming[0]!.from) })}>
          <DutyTable caption={t('duties.title')} rows={coming} />
        </Section>
      ) : null}
      <Section title={t('duties.sheet')}>
        <p>{t('duties.sheet.say')}</p>
        <ButtonLink look="second" to="/desk/duties-sheet">
          {t('duties.sheet.now')}
        </ButtonLink>
        <div className="h-4" />
        <Form name="sheet" files look="second" submit={t('duties.try')}>
          <Field
            name="sheet"
            kind="file"
            accept=".xlsx"
            label={t('duties.file')}
            hint={t('duties.file.hint')}
          />
        </Form>
      </Section>
      <Section title={t('duties.revise')} id="revise">
        <Form
          name="load"
          files
          submit={t('duties.do')}
          aside={
            <Button look="second" name="dry" value="yes">
              {t('duties.try')}
            </Button>
          }
        >
          <Field name="lines" kind="long" rows={10} label={t('duties.lines')} hint={t('duties.lines.hint')} />
          <Field
            name="from"
            kind="date"
            label={t('duties.from')}
            hint={t('duties.from.hint')}
            fallback={tomorrow}
          />
          <Field name="source" label={t('duties.source')} hint={t('duties.source.hint')} />
        </Form>
      </Section>
      <DutyRevisions revisions={revisions} />
    </Page>
  )
}
