import { useT } from '#app/i18n/use-t.ts'
import type { readRecords } from '#domain/buy/seal/read-unseal.ts'
import { Details, Note } from '../../card.tsx'
import { useFormat } from '../../format.ts'
import { Section } from '../../page.tsx'
import { RecordTable } from './record-table.tsx'

type Records = Awaited<ReturnType<typeof readRecords>>

/** 开启记录 of a call whose key was split: each envelope's, with fingerprint, signatures and the words themselves. */
export const SplitRecord = ({ split: { records, signed } }: { split: Records }) => {
  const t = useT()
  const f = useFormat()
  return (
    <>
      {records.map((one) => (
        <Section
          key={one.envelope}
          title={t('opening.record')}
          aside={t(`seal.share.envelope.${one.envelope}`)}
        >
          {one.record.rows.some((r) => r.seal === 'broken') ? (
            <Note kind="late">{t('opened.put-aside')}</Note>
          ) : null}
          <RecordTable record={one.record} />
          <p className="mt-4">
            {t('opened.by', { names: one.record.keepers.map((k) => `${k.name}（${k.body}）`).join('、') })}
          </p>
          {one.recheckedAt ? <p>{t('unseal.recheck.done', { at: f.dateTime(one.recheckedAt) })}</p> : null}
          <p className="small quiet mb-0">{t('unseal.record.hash')}</p>
          <p className="hash">{one.hash}</p>
          <p className="small quiet mb-0">{t('opened.signature')}</p>
          <p className="hash">{one.signature}</p>
          <Details summary={t('opened.raw')}>
            <p className="hash">{one.words}</p>
          </Details>
        </Section>
      ))}
      <Section title={t('unseal.sign')}>
        <ul>
          {signed.map((k) => (
            <li key={k.kind}>
              {k.signedAt
                ? t('unseal.signed', { name: k.name, at: f.dateTime(k.signedAt) })
                : t('unseal.unsigned', { name: k.name })}
            </li>
          ))}
        </ul>
        <p className="small quiet">{t('opened.print')}</p>
      </Section>
    </>
  )
}
