import { index, type RouteConfig, route } from '@remix-run/route-config'

/** Every URL of the house, by chapter. */
const ask = [] satisfies RouteConfig
const vote = [] satisfies RouteConfig
const buy = [] satisfies RouteConfig
const bid = [] satisfies RouteConfig
const deliver = [] satisfies RouteConfig
const pay = [] satisfies RouteConfig
const rate = [] satisfies RouteConfig
const who = [] satisfies RouteConfig
const open = [] satisfies RouteConfig

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
] satisfies RouteConfig
void index
void route
