import type { ReactNode } from 'react'
import { Details, Note } from '#app/components/card.tsx'
import { Money } from '#app/components/money.tsx'
import { Section } from '#app/components/page.tsx'
import { Tag } from '#app/components/tag.tsx'
import { useLang, useT } from '#app/i18n/use-t.ts'
import type { readRecount } from '#domain/ask/vote/read-recount.ts'
import type { CheckKey } from '#domain/ask/vote/verify-round.ts'

type Data = Awaited<ReturnType<typeof readRecount>>
type Proved = Exclude<CheckKey, 'level'>
const checks: readonly Proved[] = [
  'seal',
  'round',
  'result',
  'files',
  'replaced',
  'replaced_hash',
  'box',
  'root',
  'apart',
  'signature',
  'ballots',
  'fingerprint',
  'numbers',
  'turnout',
  'bodies',
  'abstained',
  'lot',
  'blank',
  'items',
  'count',
]

/** One of three states; the script uncovers the one that holds. */
const When = ({ is, children }: { is: 'wait' | 'yes' | 'no'; children: ReactNode }) => (
  <span data-when={is} hidden={is !== 'wait'} className="shrink-0">
    {children}
  </span>
)

/** What the recount found: that it agrees, that it does not and why, or that it could not be done. */
export const Verdict = () => {
  const t = useT()
  return (
    <div aria-live="polite" className="mt-4">
      <div data-part="busy" hidden>
        <Note>
          {t('again.busy')} <span className="hash" data-part="file" />
        </Note>
      </div>
      <div data-part="yes" hidden>
        <Note kind="done">
          <b>{t('again.yes')}</b> {t('again.yes.say', { n: checks.length })}
        </Note>
      </div>
      <div data-part="no" hidden>
        <Note kind="late">
          <b>{t('again.no')}</b> {t('again.no.say')}
          <span className="block hash" lang="en" data-part="why" />
        </Note>
      </div>
      <div data-part="broken" hidden>
        <Note kind="late">
          {t('again.broken')}
          <span className="block hash" lang="en" data-part="broken-why" />
        </Note>
      </div>
    </div>
  )
}

/** Every check beforehand, in plain words; the script says of each whether it holds, and keeps the log of the program. */
export const Checks = () => {
  const t = useT()
  return (
    <>
      <ol>
        {checks.map((key) => (
          <li key={key} data-check={key} className="border-t border-hair py-3">
            <span className="flex items-baseline justify-between gap-x-4">
              <span className="min-w-0">{t(`again.check.${key}`)}</span>
              <When is="wait">
                <Tag>{t('again.state.wait')}</Tag>
              </When>
              <When is="yes">
                <Tag kind="done">{t('again.state.yes')}</Tag>
              </When>
              <When is="no">
                <Tag kind="late">{t('again.state.no')}</Tag>
              </When>
            </span>
            <span className="block hash small" lang="en" data-say="" />
          </li>
        ))}
      </ol>
      <div data-part="details" hidden>
        <Details summary={t('again.log')}>
          <pre className="hash small whitespace-pre-wrap" lang="en" data-part="log" />
        </Details>
      </div>
    </>
  )
}

/** What this device counted, item by item. */
export const CountedItems = ({ items }: Pick<Data, 'items'>) => {
  const t = useT()
  const lang = useLang()
  return (
    <div data-part="items" hidden>
      <Section title={t('again.items')}>
        <ul>
          {items.map(({ id, title, titleEn, cost, won }) => (
            <li key={id} data-item={id} data-won={won ? 'yes' : 'no'} className="border-t border-hair py-3">
              <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="min-w-0">{lang === 'en' ? (titleEn ?? title) : title}</span>
                <span>
                  <Money fen={cost} />{' '}
                  <When is="yes">
                    <Tag kind="done">{t('vote.outcome.selected')}</Tag>
                  </When>
                  <When is="no">
                    <Tag>{t('again.item.out')}</Tag>
                  </When>
                </span>
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
