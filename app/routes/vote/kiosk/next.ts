export { clearTurn as action, clearTurn as loader } from '#app/http/kiosk.server.ts'
