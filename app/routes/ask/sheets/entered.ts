export { enteredSheet as loader } from '#app/http/hearing-sheets.server.ts'
