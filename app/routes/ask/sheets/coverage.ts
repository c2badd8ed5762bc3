export { coverageSheet as loader } from '#app/http/ask-lists.server.ts'
