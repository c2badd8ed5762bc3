/** Loaders and actions that are longer than 12 lines, and how long each may be: this list only shrinks. */
export const longHandlers: Readonly<Record<string, number>> = {
  'app/routes/deliver/assessment/assess.tsx action': 17,
  'app/routes/deliver/care/visit.tsx action': 45,
  'app/routes/deliver/casework/case.tsx action': 22,
  'app/routes/deliver/contract/archive.tsx action': 22,
  'app/routes/deliver/contract/file.tsx action': 22,
  'app/routes/deliver/settlement/settlement.tsx action': 34,
  'app/routes/deliver/supervision/finding.tsx action': 16,
  'app/routes/pay/cofund/reconcile-file.ts loader': 18,
  'app/routes/pay/room.tsx action': 18,
}
