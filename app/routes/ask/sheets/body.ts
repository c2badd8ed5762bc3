export { bodySheet as loader } from '#app/http/ask-lists.server.ts'
