export { dutiesSheet as loader } from '#app/http/duties-sheet.server.ts'
