import type { Assumptions, AssumptionValue } from '../../assumptions/index.js'
import { inWords } from '../../format/index.js'
import { eventsInForce } from '../../market/season/read-season.js'

/** Some assumptions of one channel or event, by field name. */
export type AssumedRow = Readonly<Record<string, AssumptionValue>>

/**
 * Some assumptions of every channel, one row each, with the reason of one of them.
 *
 * @param fields names of fields, e.g. `ctr_bps`
 * @param whyOf the field whose reason stands in the column `why`
 */
export function channelAssumptions(
  { assumptions }: { readonly assumptions: Assumptions },
  fields: readonly string[],
  whyOf: string,
): AssumedRow[] {
  const rows = new Map(assumptions.rows('market').map((row) => [row.id, row]))
  return assumptions.members('market.channels').map((channel) => {
    const row = (field: string) => rows.get(`market.channels.${channel}.${field}`)!
    const values = fields.map((field) => [field, row(field).value] as const)
    return { channel, ...Object.fromEntries(values), why: row(whyOf).why }
  })
}

/** The events of the calendar of the run's country, when they are, what they multiply, and why. */
export function eventAssumptions({
  assumptions,
}: {
  readonly assumptions: Assumptions
}): AssumedRow[] {
  const rows = new Map(assumptions.rows('market').map((row) => [row.id, row]))
  return eventsInForce(assumptions).map((event) => {
    const id = (field: string) => `market.season.events.${event}.${field}`
    return {
      event,
      days: daysInWords((field) => rows.get(id(field))!.value),
      price_factor: assumptions.number(id('price_factor')),
      response_factor: assumptions.number(id('response_factor')),
      demand_factor: assumptions.number(id('demand_factor')),
      spend_factor: assumptions.number(id('spend_factor')),
      why: rows.get(id('demand_factor'))!.why,
    }
  })
}

function daysInWords(value: (field: string) => AssumptionValue): string {
  const rule = value('rule')
  if (rule === 'dates') return `${value('first')} to ${value('last')}`
  const name = inWords(String(rule))
  const [before, after] = [value('days_before'), value('days_after')]
  const around = [before ? `${before} days before` : '', after ? `${after} after` : '']
  return [name, ...around].filter((words) => words !== '').join(', ')
}
