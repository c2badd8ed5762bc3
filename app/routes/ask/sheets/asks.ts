export { asksSheet as loader } from '#app/http/ask-sheets.server.ts'
