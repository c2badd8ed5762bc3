export { rollTemplate as loader } from '#app/http/roll-sheet.server.ts'
