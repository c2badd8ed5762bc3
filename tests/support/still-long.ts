/** Functions that are longer than they should be, and how long each may be: this list only shrinks. */
export const stillLong: Readonly<Record<string, number>> = {
  'app/domain/deliver/payment/verify-ledger.ts contractHolds': 34,
  'app/domain/rate/rating/desk.ts ofOrg': 36,
  'app/domain/rate/rating/desk.ts ofPerson': 36,
  'app/domain/rate/rating/ratings-page.ts contractRatings': 33,
  'app/domain/rate/rating/ratings-page.ts oneRating': 37,
  'app/domain/rate/rating/take-rectification.ts answerRectification': 33,
  'app/domain/rate/rating/take-rectification.ts judgeRectification': 34,
}
