// The market engine against its bars, on the compiled library: `npm run build` first.
import { Assumptions } from '../../dist/assumptions/index.js'
import { expectMarket, readMarket, simulateMarkets } from '../../dist/market/index.js'

const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2016, 8, 4) / DAY_MS

/** A marketplace that grows to 240 orders a day, as rows the market reads. */
function source(days) {
  const orders = Array.from({ length: days }, (_, t) => ({
    purchase_date: new Date((FIRST_DAY + t) * DAY_MS),
    orders: 1 + Math.floor((240 * t) / days),
    gmv_cents: 13_700 * (1 + Math.floor((240 * t) / days)),
  }))
  return {
    assumptions: Assumptions.defaults(),
    rows: async (sql) => (sql.includes('fct_orders') ? orders : []),
  }
}

function report(what, seconds, bar) {
  console.log(`${what}: ${seconds.toFixed(3)} s (bar ${bar} s)`)
}

const olist = await readMarket(source(774))
const times = Array.from({ length: 5 }, () => {
  const started = performance.now()
  expectMarket(olist)
  return (performance.now() - started) / 1000
})
report('deterministic part, 5 channels x 774 days, first call', times[0], 0.05)
report('deterministic part, 5 channels x 774 days, fifth call', times[4], 0.05)

const draws = 10_000
const market = await readMarket(source(800))
const started = performance.now()
await simulateMarkets({ market, draws, seed: 42, threads: 2 })
const seconds = (performance.now() - started) / 1000
report(`${draws} draws x 5 channels x 800 days on two threads`, seconds, 10)
console.log(`${Math.round(draws / seconds)} draws a second`)
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB (bar 500 MB)`)
