import { useT } from '#app/i18n/use-t.ts'
import type { AwardDesk } from '#domain/buy/award/read-award.ts'
import { Acts, ButtonLink } from '../button.tsx'
import { FormDetails, Note } from '../card.tsx'
import { Facts } from '../check-answers.tsx'
import { Tick } from '../choices.tsx'
import { Due } from '../due.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { AloneFields, AloneSaid } from './alone-fields.tsx'

type Props = { desk: AwardDesk }
const marks = { statute: 'law', reference: 'reference', local: 'local' } as const

/** The award as it stands: who, at what price, by whom put forward, until when objections run. */
export const AwardState = ({ desk: { award, hold, confirmBy, call } }: Props) => {
  const t = useT()
  const f = useFormat()
  if (!award)
    return confirmBy && call.state !== 'contracted' ? (
      <Due on={confirmBy.at.getTime() - 1} mark={marks[confirmBy.mark]} article={confirmBy.source} />
    ) : null
  return (
    <>
      {hold ? <Note kind="late">{t(`refusal.${hold}`)}</Note> : null}
      <Facts
        facts={[
          { term: t('award.supplier'), text: award.supplier },
          { term: t('award.price'), text: <Money fen={award.price} /> },
          { term: t('report.rank'), text: t('report.rank.n', { n: award.rank }) },
          { term: t('award.proposed-by'), text: award.proposedBy },
          ...(award.lateReason ? [{ term: t('award.late.reason'), text: award.lateReason }] : []),
          ...(award.reason ? [{ term: t('award.reason'), text: award.reason }] : []),
          ...(award.noticeNo ? [{ term: t('award.notice-no'), text: award.noticeNo }] : []),
          ...(award.windowEndsAt
            ? [
                {
                  term: t('award.window'),
                  text: t('award.window.until', { at: f.date(award.windowEndsAt.getTime() - 1) }),
                },
              ]
            : []),
        ]}
      />
      {award.alone ? <AloneSaid alone={award.alone} /> : null}
    </>
  )
}

const Propose = ({ desk: { candidates, report } }: Props) => {
  const t = useT()
  const name = (proposalId: string) => report?.rows.find((r) => r.proposalId === proposalId)?.supplier ?? ''
  const [first, ...others] = candidates
  const someAlone = others.find((c) => c.alone)?.alone
  return (
    <>
      <p>{t('award.propose.first', { name: first ? name(first.proposalId) : '' })}</p>
      <Form name="propose" submit={t('award.propose')}>
        {first?.alone ? <AloneFields facts={first.alone} /> : null}
      </Form>
      {candidates.length > 1 ? (
        <FormDetails form="other" summary={t('award.propose.other')}>
          <Form name="propose" look="second" submit={t('award.propose.other.do')}>
            <Field
              name="proposalId"
              kind="select"
              label={t('award.propose.who')}
              options={candidates
                .slice(1)
                .map((c) => ({ value: c.proposalId, label: `${c.rank} ${name(c.proposalId)}` }))}
            />
            <Field
              name="reason"
              kind="long"
              rows={3}
              label={t('award.reason')}
              hint={t('award.reason.hint')}
            />
            {someAlone ? <AloneFields facts={someAlone} /> : null}
          </Form>
        </FormDetails>
      ) : null}
    </>
  )
}

/** The one act that is this person's to do now. */
export const AwardActs = ({ desk }: Props) => {
  const t = useT()
  const { award, may } = desk
  if (may.propose) return <Propose desk={desk} />
  if (!award) return null
  const hidden = { awardId: award.id }
  if (may.confirm)
    return (
      <Form name="confirm" submit={t('award.confirm')} hidden={hidden}>
        {desk.late ? (
          <Field
            name="lateReason"
            kind="long"
            rows={3}
            label={t('award.late.reason')}
            hint={t('award.late.hint')}
          />
        ) : null}
        <Tick name="sure">{t('award.confirm.sure')}</Tick>
      </Form>
    )
  if (may.notify)
    return (
      <Form name="notify" submit={t('award.notify')} hidden={hidden}>
        <Tick name="sure">{t('award.notify.sure')}</Tick>
      </Form>
    )
  return (
    <>
      <NextActs desk={desk} />
      {may.lapse ? (
        <FormDetails form="lapse" summary={t('award.lapse')}>
          <Form name="lapse" look="danger" submit={t('award.lapse.do')} hidden={hidden}>
            <Field
              name="reason"
              kind="long"
              rows={3}
              label={t('award.lapse.why')}
              hint={t('award.lapse.hint')}
            />
          </Form>
        </FormDetails>
      ) : null}
    </>
  )
}

const NextActs = ({ desk: { award, may, call } }: Props) => {
  const t = useT()
  if (!award) return null
  return (
    <Acts>
      {may.contract ? (
        <ButtonLink to={`/desk/contracts/new/${award.id}`}>{t('award.contract')}</ButtonLink>
      ) : null}
      {award.noticeNo ? <a href={`/tenders/${call.id}/result`}>{t('award.see-result')}</a> : null}
    </Acts>
  )
}
