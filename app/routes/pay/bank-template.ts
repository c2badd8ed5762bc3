import { bankTemplate } from '#app/http/bank-list.server.ts'

export const loader = bankTemplate
