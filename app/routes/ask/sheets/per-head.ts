export { perHeadSheet as loader } from '#app/http/ask-sheets.server.ts'
