import { index, type RouteConfig, route } from '@remix-run/route-config'

/** Every URL of the house, by chapter. */
const ask = [] satisfies RouteConfig
const vote = [] satisfies RouteConfig
const buy = [] satisfies RouteConfig
const bid = [] satisfies RouteConfig
const deliver = [] satisfies RouteConfig
const pay = [] satisfies RouteConfig
const rate = [] satisfies RouteConfig
const who = [
  route('preferences', 'routes/who/preferences.tsx'),
  route('sign-in', 'routes/who/sign-in.tsx'),
  route('sign-in/code', 'routes/who/sign-in-code.tsx'),
  route('sign-in/staff', 'routes/who/sign-in-staff.tsx'),
  route('sign-in/demo', 'routes/who/sign-in-demo.tsx'),
  route('sign-out', 'routes/who/sign-out.tsx'),
  route('seat', 'routes/who/seat.tsx'),
  route('sessions', 'routes/who/sessions.tsx'),
  route('me', 'routes/who/me.tsx'),
  route('me/key', 'routes/who/key.tsx'),
  route('desk/register', 'routes/who/register.tsx'),
  route('outbox', 'routes/who/outbox.tsx'),
  route('clock', 'routes/who/clock.tsx'),
  route('desk/seats', 'routes/who/seats.tsx'),
  route('desk/calendar', 'routes/who/calendar.tsx'),
] satisfies RouteConfig
const open = [
  index('routes/open/home.tsx'),
  route('desk', 'routes/open/desk.tsx'),
  route('projects', 'routes/open/projects.tsx'),
  route('projects/:planId', 'routes/open/project.tsx'),
  route('notices', 'routes/open/notices.tsx'),
  route('track', 'routes/open/track.tsx'),
  route('accessibility', 'routes/open/words.tsx', { id: 'accessibility' }),
  route('privacy', 'routes/open/words.tsx', { id: 'privacy' }),
  route('open-data', 'routes/open/words.tsx', { id: 'open-data' }),
] satisfies RouteConfig

export default [
  ...open,
  ...ask,
  ...vote,
  ...buy,
  ...bid,
  ...deliver,
  ...pay,
  ...rate,
  ...who,
  route('*', 'routes/open/nothing-here.tsx'),
] satisfies RouteConfig
