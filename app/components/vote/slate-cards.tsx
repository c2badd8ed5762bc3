import { useFormat } from '#app/components/format.ts'
import { fieldId, useReply } from '#app/components/reply.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import type { SlateItem } from '#domain/ask/vote/find-round.ts'
import { Served } from './need-link.tsx'

const digits = (wan: number) =>
  ['k', 't', 'h'].flatMap((place, at) => {
    const digit = Math.floor(wan / 10 ** at) % 10
    return digit ? [`${place}${digit}`] : []
  })
/** Marks that let the style sheet add up whole 万元 as boxes are ticked. */
export const Sum = ({ amount }: { amount: number }) =>
  digits(Math.floor(amount / 1_000_000)).map((name) => (
    <i key={name} className={`d ${name}`} aria-hidden="true" />
  ))
export const wholeWan = (amounts: readonly number[]) =>
  amounts.every((amount) => amount % 1_000_000 === 0 && amount < 1_000_000_000)

const Why = ({ item }: { item: SlateItem }) => {
  const t = useT()
  const f = useFormat()
  return (
    <details>
      <summary>
        {t('ballot.why')}
        <span className="vh">{item.title}</span>
      </summary>
      <dl>
        <div>
          <dt>{t('ballot.who')}</dt>
          <dd>
            <Served item={item} />
          </dd>
        </div>
        {item.expected === null ? null : (
          <div>
            <dt>{t('ballot.hope')}</dt>
            <dd>{item.expected}</dd>
          </div>
        )}
        <div>
          <dt>{t('ballot.cost')}</dt>
          <dd>
            {t('ballot.estimate', { amount: f.money(item.cost) })}{' '}
            {item.needId ? <a href={`/needs/${item.needId}`}>{t('ballot.need')}</a> : null}
          </dd>
        </div>
      </dl>
    </details>
  )
}

type Props = { items: readonly SlateItem[]; fallback?: readonly string[]; left?: number; legend: string }
/** What is on the ballot, each a card to press; nothing is ever switched off. */
export const SlateCards = ({ items, fallback = [], left, legend }: Props) => {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const reply = useReply()
  const chosen = reply.values('choices', fallback)
  return (
    <fieldset>
      <legend className="vh">{legend}</legend>
      <div className="slate">
        {items.map((item, at) => {
          const id = at === 0 ? fieldId(reply.form, 'choices') : `choice-${item.refNo}`
          const wan = f.wan(item.cost)
          const short = left !== undefined && !chosen.includes(item.choice) && item.cost > left
          return (
            <div key={item.choice} className={`mark i${at}`}>
              <input
                type="checkbox"
                id={id}
                name="choices"
                value={item.choice}
                aria-describedby={`${id}-cost`}
                defaultChecked={chosen.includes(item.choice)}
              />
              <label htmlFor={id}>
                <b>{lang === 'en' ? (item.titleEn ?? item.title) : item.title}</b>
                <span className="ev">{item.evidence ?? item.refNo}</span>
              </label>
              {short ? <p className="no">{t('ballot.short', { amount: f.wan(item.cost - left) })}</p> : null}
              <span className={wan.length > 6 ? 'cost long money' : 'cost money'} id={`${id}-cost`}>
                {wan}
              </span>
              <Why item={item} />
              <Sum amount={item.cost} />
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
