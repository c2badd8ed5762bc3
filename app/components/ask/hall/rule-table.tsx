import type { Translate } from '#app/i18n/index.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import type { RuleGround } from '#db/schema/deliberation.ts'
import type { Rule } from '#domain/ask/deliberation/find-rule.ts'
import type { womenShare } from '#domain/ask/deliberation/women-share.ts'
import { useFormat } from '../../format.ts'
import { Table } from '../../table.tsx'

type Says = {
  figure: 'composition' | 'chair' | 'notice' | 'quorum' | 'majority' | 'women' | 'caller' | 'proxy'
  says: string
}

const share = (t: Translate, over: boolean, num: number, den: number) =>
  t(over ? 'hall.share.over' : 'hall.share.least', { num, den })
export const quorumSays = (t: Translate, r: Rule) =>
  t('hall.quorum.says', { share: share(t, r.quorumOver, r.quorumNum, r.quorumDen) })
export const noticeSays = (t: Translate, r: Rule) =>
  t(r.noticeUnit === 'wd' ? 'hall.notice.wd' : 'hall.notice.d', { n: r.noticeValue })
const majoritySays = (t: Translate, r: Rule) =>
  t(`hall.majority.${r.majorityBase}`, { share: share(t, r.majorityOver, r.majorityNum, r.majorityDen) })

/** 妇女比例 of a roll beside its rule, and that it is only told. */
export const womenSays = (t: Translate, { met, ...share }: NonNullable<ReturnType<typeof womenShare>>) =>
  t(met ? 'hall.women.met' : 'hall.women.short', share)

const says = (t: Translate, r: Rule): Says[] => [
  { figure: 'composition', says: r.composition },
  { figure: 'chair', says: r.chair },
  { figure: 'notice', says: noticeSays(t, r) },
  { figure: 'quorum', says: quorumSays(t, r) },
  { figure: 'majority', says: majoritySays(t, r) },
  ...(r.womenNum && r.womenDen
    ? [{ figure: 'women' as const, says: t('hall.women.says', { num: r.womenNum, den: r.womenDen }) }]
    : []),
  ...(r.callerNum && r.callerDen && r.callerBase
    ? [
        {
          figure: 'caller' as const,
          says: t(`hall.caller.${r.callerBase}`, { num: r.callerNum, den: r.callerDen }),
        },
      ]
    : []),
  ...(r.counted
    ? []
    : [
        {
          figure: 'proxy' as const,
          says: r.proxies ? t('hall.proxy.says', { n: r.proxies }) : t('hall.proxy.none'),
        },
      ]),
]
/** How far a figure may be relied on: only a text read and in force is called the law. */
const markOf = (t: Translate, g: RuleGround) => {
  if (g.superseded) return t('hall.mark.old')
  if (g.certainty === 'T' || g.certainty === 'E') return t('hall.mark.T')
  if (g.certainty === 'S') return t('hall.mark.adopted')
  return t(g.mark === 'local' ? 'hall.mark.local' : 'hall.mark.unread')
}

export const useRuleName = () => {
  const lang = useLang()
  return (r: Pick<Rule, 'name' | 'nameEn'>) => (lang === 'en' ? r.nameEn : r.name)
}

/** The rule of one kind of meeting, figure by figure, each with where it is from and how sure that is. */
export const RuleTable = ({ rule }: { rule: Rule }) => {
  const t = useT()
  const f = useFormat()
  const name = useRuleName()
  const version = t(rule.scope === '*' ? 'hall.version' : 'hall.version.own', {
    n: rule.version,
    date: f.day(rule.from),
  })
  return (
    <Table
      caption={[name(rule), t(`hall.effect.${rule.effect}`), version].join(' · ')}
      columns={[
        { head: t('hall.figure') },
        { head: t('hall.figure.says') },
        { head: t('hall.figure.source') },
      ]}
      rows={says(t, rule).map(({ figure, says: words }) => {
        const ground = figure === 'chair' ? undefined : rule.grounds[figure]
        return {
          key: figure,
          cells: [
            t(`hall.figure.${figure}`),
            words,
            ground ? (
              <span key={figure} className="small">
                <b>{markOf(t, ground)}</b> {ground.source}
              </span>
            ) : (
              ''
            ),
          ],
        }
      })}
    />
  )
}
