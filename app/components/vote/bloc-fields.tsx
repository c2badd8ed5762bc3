import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { readDraftPage } from '#domain/ask/vote/read-draft.ts'
import { Details } from '../card.tsx'
import { useReply } from '../reply.ts'

type Data = Pick<Awaited<ReturnType<typeof readDraftPage>>, 'from' | 'organisations' | 'bodies'>
const fields = {
  resident: 'weightResident',
  committee: 'weightCommittee',
  centre: 'weightCentre',
  street: 'weightStreet',
  organisation: 'weightOrganisation',
} as const

/** 联合评选: weights, who is invited, who of them abstains; one tap away, for most rounds are the residents' alone. */
export const BlocFields = ({ from, organisations, bodies }: Data) => {
  const t = useT()
  const reply = useReply()
  const weightOf = (bloc: keyof typeof fields) => from?.blocs?.find((b) => b.bloc === bloc)?.weight
  const typed = Object.values(fields).some((name) => reply.value(name) !== '')
  const invited = bodies.filter((b) => b.bloc === 'organisation')
  const options = organisations.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Details summary={t('round.form.blocs')} open={typed || Boolean(from?.blocs)}>
      <p>{t('round.form.blocs.say')}</p>
      {(Object.keys(fields) as Array<keyof typeof fields>).map((bloc) => (
        <Field
          key={bloc}
          name={fields[bloc]}
          kind="number"
          optional
          label={t(`round.form.weight.${bloc}`)}
          fallback={weightOf(bloc)}
        />
      ))}
      {options.length > 0 ? (
        <>
          <Choices
            many
            name="orgIds"
            legend={t('round.form.orgs')}
            fallback={invited.map((b) => b.partyId)}
            options={options}
          />
          <Choices
            many
            name="likelyIds"
            legend={t('round.form.likely')}
            hint={t('round.form.likely.hint')}
            fallback={invited.filter((b) => b.abstained).map((b) => b.partyId)}
            options={options}
          />
        </>
      ) : null}
    </Details>
  )
}
