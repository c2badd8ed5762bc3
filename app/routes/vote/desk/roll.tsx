import { useActionData, useLoaderData } from '@remix-run/react'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { RollTried } from '#app/components/vote/roll-measure.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { rollAction } from '#app/http/roll-sheet.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readDeskRound } from '#domain/ask/vote/read-round.ts'

export const handle = titled('roll.title')
export const loader = pageLoader((ctx, { roundId = '' }) => readDeskRound(ctx, roundId))
export const action = rollAction

export default function Roll() {
  const t = useT()
  const { round, roll } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const tried = answer && 'measure' in answer ? answer : null
  return (
    <Page
      narrow
      back={{ to: `/desk/rounds/${round.id}`, label: round.name }}
      title={t('roll.title')}
      lead={t(`roll.lead.${round.unit}`)}
    >
      {roll > 0 ? <Note kind="wait">{t('roll.replaces', { n: roll })}</Note> : null}
      {tried?.measure ? <RollTried measure={tried.measure} /> : null}
      <Section title={t('roll.sheet.title')}>
        <p>{t('roll.sheet.lead')}</p>
        <ButtonLink look="second" to={`/desk/rounds/${round.id}/roll-sheet`}>
          {t('roll.sheet.template')}
        </ButtonLink>
        <Form name="sheet" files look="second" submit={t('roll.sheet.check')}>
          <Field
            name="sheet"
            kind="file"
            accept=".xlsx"
            label={t('roll.sheet.file')}
            hint={t('roll.sheet.file.hint')}
          />
        </Form>
      </Section>
      <Form
        name="load"
        files
        submit={t('roll.load')}
        hidden={tried ? { source: tried.source } : {}}
        aside={
          <Button look="second" name="dry" value="yes">
            {t('roll.try.do')}
          </Button>
        }
      >
        <Field
          name="roll"
          kind="long"
          rows={12}
          label={t('roll.lines')}
          hint={t('roll.hint')}
          note={t('roll.note')}
        />
      </Form>
      <Section title={t('roll.example')}>
        <p className="hash whitespace-pre-line">{t('roll.example.lines')}</p>
      </Section>
    </Page>
  )
}
