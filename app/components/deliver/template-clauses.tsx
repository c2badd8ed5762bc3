import { useLang, useT } from '#app/i18n/use-t.ts'
import type { placeholders } from '#domain/deliver/contract/template/template-law.ts'
import { Details } from '../card.tsx'
import { Tag } from '../tag.tsx'

type Mark = (typeof placeholders)[number]
type Route = { code: string; name: string; nameEn: string }
type Shown = {
  heading: string
  words: string
  routes: readonly string[]
  how: 'changed' | 'added' | null
  old: string | null
}

/** The names of the ways of buying a clause is for. */
export const useRouteNames = (routes: readonly Route[]) => {
  const lang = useLang()
  const t = useT()
  return (codes: readonly string[]) =>
    codes
      .map((code) => {
        const route = routes.find((r) => r.code === code)
        return route ? (lang === 'en' ? route.nameEn : route.name) : code
      })
      .join(t('list.comma'))
}

/** The words of a clause as one reads them: what the award fills in is named in brackets. */
const useReadable = () => {
  const t = useT()
  return (words: string) =>
    words.replaceAll(/\{\{(\w+)\}\}/g, (_, mark) => `〔${t(`contract-template.mark.${mark as Mark}`)}〕`)
}

/** The clauses of one version of a template, with what it changed and for which ways of buying each is. */
export const TemplateClauses = ({
  clauses,
  routes,
}: {
  clauses: readonly Shown[]
  routes: readonly Route[]
}) => {
  const t = useT()
  const names = useRouteNames(routes)
  const readable = useReadable()
  return clauses.map(({ heading, words, routes: codes, how, old }) => (
    <section key={heading} className="mt-6">
      <h3 className="font-song">
        {heading} {how ? <Tag kind="live">{t(`contract-template.${how}`)}</Tag> : null}
      </h3>
      {codes.length > 0 ? (
        <p className="small quiet">{t('contract-template.only', { routes: names(codes) })}</p>
      ) : null}
      <p className="whitespace-pre-line">{readable(words)}</p>
      {old ? (
        <Details summary={t('contract-template.old')}>
          <p className="whitespace-pre-line">{readable(old)}</p>
        </Details>
      ) : null}
    </section>
  ))
}
