import { useT } from '#app/i18n/use-t.ts'
import type { Fen, terminationCauses } from '#db/vocabulary.ts'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { DeskDue } from './desk-due.tsx'

type Shown = {
  buyer: string
  supplier: string
  parties?: ReadonlyArray<{ name: string; share: number; duty: string }>
  payee: string
  price: Fen
  from: string
  to: string
  state: string
  bodyHash: string | null
  template: string
  core: string | null
  supplierSignedAt: Date | null
  buyerSignedAt: Date | null
  publishedAt: Date | null
  endCause: (typeof terminationCauses)[number] | null
  endReason: string | null
  recovered: Fen | null
  recoveryGround: string | null
  unpaid?: Fen | null
  supplierSigner?: string | null
  buyerSigner?: string | null
  due?: { at: Date; source: string; mark: 'statute' | 'reference' | 'local' } | null
}

/** The parties, the money, the term, the signatures and the fingerprint of a contract. */
export const ContractFacts = ({ page }: { page: Shown }) => {
  const t = useT()
  const f = useFormat()
  const signed = (at: Date, who?: string | null) => [f.date(at), who].filter(Boolean).join(' ')
  return (
    <Facts
      facts={[
        { term: t('contract.buyer'), text: page.buyer },
        { term: t('contract.supplier'), text: page.supplier },
        ...(page.parties?.length
          ? [
              {
                term: t('consortium.title'),
                text: page.parties.map(({ name, share, duty }) => (
                  <span key={name} className="block">
                    {name} {t('consortium.percent', { n: share })} <span className="quiet">{duty}</span>
                  </span>
                )),
              },
            ]
          : []),
        ...(page.payee && page.payee !== page.supplier
          ? [{ term: t('contract.payee'), text: page.payee }]
          : []),
        { term: t('contract.price'), text: f.money(page.price) },
        {
          term: t('contract.term'),
          text: t('contract.term.text', { from: f.day(page.from), to: f.day(page.to) }),
        },
        ...(page.supplierSignedAt
          ? [
              {
                term: t('contract.signed.supplier'),
                text: signed(page.supplierSignedAt, page.supplierSigner),
              },
            ]
          : []),
        ...(page.buyerSignedAt
          ? [{ term: t('contract.signed.buyer'), text: signed(page.buyerSignedAt, page.buyerSigner) }]
          : []),
        ...(page.publishedAt ? [{ term: t('contract.published'), text: f.date(page.publishedAt) }] : []),
        ...(page.endCause ? [{ term: t('contract.cause'), text: t(`contract.cause.${page.endCause}`) }] : []),
        ...(page.endReason ? [{ term: t('contract.end-reason'), text: page.endReason }] : []),
        ...(page.recovered ? [{ term: t('contract.recovered'), text: f.money(page.recovered) }] : []),
        ...(page.recoveryGround ? [{ term: t('contract.recovery-ground'), text: page.recoveryGround }] : []),
        ...(page.unpaid ? [{ term: t('contract.unpaid'), text: f.money(page.unpaid) }] : []),
        ...(page.core ? [{ term: t('contract.core'), text: page.core }] : []),
        {
          term: t('contract.template'),
          text: <a href={`/contract-templates/${page.template}`}>{page.template}</a>,
        },
        ...(page.bodyHash
          ? [{ term: t('contract.hash'), text: <span className="hash">{page.bodyHash}</span> }]
          : []),
        ...(page.due
          ? [
              {
                term: t(page.state === 'signed' ? 'contract.due.publish' : 'contract.due.sign'),
                text: <DeskDue due={page.due} />,
              },
            ]
          : []),
      ]}
    />
  )
}
