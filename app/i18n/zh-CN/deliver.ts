export const deliver = {} as const
