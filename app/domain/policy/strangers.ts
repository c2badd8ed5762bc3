/** Reasons by which somebody learns that there is something of others: to a reader the thing is then as if it were not there. */
export const strangers: ReadonlySet<string> = new Set([
  ...['sign-in-first', 'needs-another-seat', 'not-your-body', 'not-your-community'],
  ...['only-the-panel', 'only-the-member', 'not-a-keeper-here', 'not-a-trustee-here', 'report-not-yet-yours'],
  ...['care-of-others', 'care-not-yours', 'visit-of-another-aide', 'not-for-this-person', 'order-not-yours'],
  ...[
    'case-not-yours',
    'case-of-another-worker',
    'kinship-not-yours',
    'hours-not-yours',
    'not-the-rater',
    'not-your-gift',
    'handover-not-yours',
  ],
])
