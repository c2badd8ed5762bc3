import type { Translate } from './index.ts'

/** An age band in words: its years as they are, and the two that are none. */
export const bandName = (t: Translate, band: string | null) =>
  band === null ? t('turnout.no-age') : band === 'under18' ? t('turnout.under18') : band
