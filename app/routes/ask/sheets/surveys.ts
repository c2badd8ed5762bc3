export { surveysSheet as loader } from '#app/http/ask-lists.server.ts'
