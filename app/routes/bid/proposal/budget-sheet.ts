export { budgetTemplate as loader } from '#app/http/budget-sheet.server.ts'
