import { listSheet, sheetOf } from '#app/http/list-sheet.server.ts'
import type { Translate } from '#app/i18n/index.ts'
import { reconcilePage } from '#domain/deliver/cofund/reconcile-page.ts'

type Page = Awaited<ReturnType<typeof reconcilePage>>
const yuan = (fen: number | null) => (fen === null ? null : fen / 100)
const daySheet = ({ days }: Page, t: Translate) =>
  sheetOf(t('reconcile.days'), days, [
    [t('reconcile.day'), ({ day }) => day],
    [t('reconcile.matched'), ({ matched }) => matched],
    [t('reconcile.differing'), ({ differing }) => differing],
  ])
const rowSheet = ({ rows }: Page, t: Translate) =>
  sheetOf(t('reconcile.rows'), rows, [
    [t('reconcile.day'), ({ day }) => day],
    [t('reconcile.kind'), ({ kind }) => t(`reconcile.kind.${kind}`)],
    [t('reconcile.key'), ({ key, proof }) => key || proof, 40],
    [t('reconcile.ours'), ({ ours }) => yuan(ours)],
    [t('reconcile.theirs'), ({ theirs }) => yuan(theirs)],
  ])
export const loader = listSheet({
  read: (ctx) => reconcilePage(ctx),
  name: () => 'reconciliation',
  sheets: (page, t) => [daySheet(page, t), rowSheet(page, t)],
})
