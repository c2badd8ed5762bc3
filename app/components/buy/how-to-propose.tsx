import { useT } from '#app/i18n/use-t.ts'
import type { PublicSeal } from '#domain/buy/seal/read-keepers.ts'
import type { TenderPage } from '#domain/buy/tender/tender-page.ts'
import { Note } from '../card.tsx'
import { Entry } from '../entry.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Steps } from '../timeline.tsx'
import { ProposeLink } from './propose-link.tsx'
import { useNamed } from './use-named.ts'

/** 怎么递交: in four steps, and what holds until and after the deadline. */
export const HowToPropose = ({ page }: { page: TenderPage }) => {
  const { tender, collecting } = page
  const t = useT()
  const f = useFormat()
  const { minProposals, noPrice } = tender.method
  return (
    <Section id="submit" title={t('tender.how')}>
      <Steps
        steps={[
          t('tender.how.1'),
          t('tender.how.2', { n: tender.criteria.length }),
          t(noPrice ? 'tender.how.3.grant' : 'tender.how.3'),
          t('tender.how.4'),
        ]}
      />
      <p>{t('tender.how.until', { time: f.time(tender.deadline) })}</p>
      {minProposals > 1 ? <p>{t('tender.how.few', { n: minProposals })}</p> : null}
      <p>{t('tender.how.help')}</p>
      {collecting ? (
        <p className="print:hidden">
          <ProposeLink page={page} />
        </p>
      ) : null}
    </Section>
  )
}

/** Who could open it before the deadline: two of three keepers, or whoever holds the server's own key. */
const SealMode = ({ seal: { mode, other, keepers, triedAt } }: { seal: PublicSeal }) => {
  const t = useT()
  const f = useFormat()
  if (mode === 'split')
    return (
      <Entry
        title={t('seal.mode.split')}
        proof={
          triedAt
            ? [
                {
                  term: t('tender.sealed.proof'),
                  text: t('call.seal.split.proof', { date: f.date(triedAt) }),
                },
              ]
            : []
        }
        links={[{ to: '/open/seals', label: t('bid.receipt.to-log') }]}
      >
        <p>{t('call.seal.split.text')}</p>
        <p className="mb-0">{t('call.seal.keepers')}</p>
        <ul>
          {keepers.map(({ kind, name, body }) => (
            <li key={kind}>{`${name} · ${body}`}</li>
          ))}
        </ul>
      </Entry>
    )
  return (
    <Entry
      title={t('seal.mode.simple')}
      proof={[{ term: t('call.seal.simple.not'), text: t('call.seal.simple.not.text') }]}
    >
      <p>{t('call.seal.simple.text')}</p>
      {other ? <p>{t('call.seal.simple.other')}</p> : null}
    </Entry>
  )
}

/** 您的方案封在哪里: what nobody can see, and what proves it. */
export const WhereItIsSealed = ({ seal }: { seal: PublicSeal }) => {
  const t = useT()
  return (
    <Section id="sealed" title={t('tender.sealed')}>
      <SealMode seal={seal} />
      {seal.finalOffers ? <Note>{t('tender.sealed.finals')}</Note> : null}
      {(['lock', 'key', 'count'] as const).map((part) => (
        <Entry
          key={part}
          title={t(`tender.sealed.${part}`)}
          proof={[{ term: t('tender.sealed.proof'), text: t(`tender.sealed.${part}.proof`) }]}
        >
          <p>{t(`tender.sealed.${part}.text`)}</p>
        </Entry>
      ))}
    </Section>
  )
}

/** 找谁: about the matter, and when something is unfair. */
export const WhomToAsk = ({ page: { tender, clocks } }: { page: TenderPage }) => {
  const t = useT()
  const named = useNamed()
  const statute = tender.method.mark === 'statute'
  return (
    <Section id="who" title={t('tender.ask')}>
      <Entry
        title={t('tender.ask.matter')}
        proof={[{ term: t('tender.ask.hint'), text: t('tender.ask.hint.text') }]}
      >
        <p>{t('tender.ask.office', { buyer: named(tender.buyer) })}</p>
      </Entry>
      <Entry
        title={t('tender.ask.unfair')}
        proof={[{ term: t('proof.ground'), text: t(statute ? 'tender.ask.law' : 'tender.ask.reference') }]}
        links={
          clocks.object.length > 0
            ? [{ to: `/tenders/${tender.id}/challenge`, label: t('tender.challenge') }]
            : []
        }
      >
        <p>{t('tender.ask.unfair.text')}</p>
      </Entry>
    </Section>
  )
}
