import type { Law } from '../law.js'
import { lotLaws } from './attribution/lots.js'
import { orderLaws } from './attribution/orders.js'
import { decisionLaws } from './decisions.js'
import { adviceLaws } from './decisions-advice.js'
import { causedLaws } from './decisions-caused.js'
import { fitLaws } from './decisions-fit.js'
import { howSureLaws } from './decisions-how-sure.js'
import { returnLaws } from './decisions-returns.js'
import { takenLaws } from './decisions-taken.js'
import { calendarLaws } from './dwh/calendar.js'
import { dimensionLaws } from './dwh/dimensions.js'
import { exportLaws } from './dwh/exports.js'
import { factLaws } from './dwh/facts.js'
import { integrityLaws } from './dwh/integrity.js'
import { ownFileLaws } from './dwh/own-files.js'
import { placeLaws } from './dwh/places.js'
import { realityLaws } from './dwh/reality.js'
import { answerLaws } from './finance/answer.js'
import { balanceLaws } from './finance/balances.js'
import { channelLaws } from './finance/channels.js'
import { cohortLaws } from './finance/cohorts.js'
import { itemLaws } from './finance/items.js'
import { journalLaws } from './finance/journal.js'
import { metricLaws } from './finance/metrics.js'
import { openItemLaws } from './finance/open-items.js'
import { profitLaws } from './finance/profit.js'
import { recognitionLaws } from './finance/recognition.js'
import { sellerLaws } from './finance/sellers.js'
import { sliceLaws } from './finance/slices.js'
import { subscriptionLaws } from './finance/subscriptions.js'
import { marketLaws } from './market.js'
import { rawLaws } from './raw.js'
import { releaseLaws } from './release.js'

/** Every law, in the order of the stages. */
export const laws: readonly Law[] = [
  ...rawLaws,
  ...factLaws,
  ...exportLaws,
  ...dimensionLaws,
  ...placeLaws,
  ...calendarLaws,
  ...ownFileLaws,
  ...integrityLaws,
  ...realityLaws,
  ...marketLaws,
  ...releaseLaws,
  ...lotLaws,
  ...orderLaws,
  ...recognitionLaws,
  ...itemLaws,
  ...subscriptionLaws,
  ...channelLaws,
  ...cohortLaws,
  ...journalLaws,
  ...profitLaws,
  ...sliceLaws,
  ...answerLaws,
  ...decisionLaws,
  ...causedLaws,
  ...howSureLaws,
  ...takenLaws,
  ...fitLaws,
  ...returnLaws,
  ...adviceLaws,
  ...balanceLaws,
  ...openItemLaws,
  ...metricLaws,
  ...sellerLaws,
]
