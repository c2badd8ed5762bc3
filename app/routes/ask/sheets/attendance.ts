export { attendanceSheet as loader } from '#app/http/ask-sheets.server.ts'
