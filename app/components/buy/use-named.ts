import { useLang } from '#app/i18n/use-t.ts'

type Named = { name: string; nameEn?: string | null }

/** A name in the language of the page, where it has one. */
export const useNamed = () => {
  const lang = useLang()
  return ({ name, nameEn }: Named) => (lang === 'en' ? (nameEn ?? name) : name)
}
