import { useT } from '#app/i18n/use-t.ts'

/** Minutes as people say them, 1 小时 30 分; signed where it moves something. */
export function useMinutes() {
  const t = useT()
  const plain = (n: number) => {
    const [hours, minutes] = [Math.floor(n / 60), n % 60]
    if (hours === 0) return t('hours.m', { minutes })
    return minutes > 0 ? t('hours.h-m', { hours, minutes }) : t('hours.h', { hours })
  }
  return (n: number, signed = false) => `${n < 0 ? '−' : signed ? '+' : ''}${plain(Math.abs(n))}`
}
