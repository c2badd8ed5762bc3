import { isKey } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'

/** 方案甲, 方案乙: what a proposal is called until the ranking stands. */
export const useAlias = () => {
  const t = useT()
  return (alias: string) => {
    const key = `alias.${alias}`
    return t('alias', { letter: isKey(key) ? t(key) : alias })
  }
}
