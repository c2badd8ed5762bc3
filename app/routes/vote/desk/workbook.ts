/** 工作底表: a round as an Excel file. */
export { roundWorkbook as loader } from '#app/http/round-workbook.server.ts'
