export { burdenSheet as loader } from '#app/http/ask-sheets.server.ts'
