import type { SqlSource } from '../engine/index.js'
import {
  type Basis,
  basisOf,
  type Evidence,
  evidenceOf,
  type Ground,
  type GroundBases,
  groundBases,
  grounds,
} from '../schema/basis.js'
import type { TableSchema } from '../schema/column.js'
import { profitLines } from '../schema/finance/profit-lines.js'
import { financeSchema } from '../schema/finance.js'

/** What spend and clicks of one paid channel rest on. */
export interface ChannelBases {
  readonly channel: string
  readonly spend: Basis
  readonly clicks: Basis
}

/** One figure of the answer and its basis: a row of `judgment.basis`. */
export interface FigureBasis {
  readonly figure: string
  readonly amount_cents: number
  readonly basis: Basis
  readonly rests_on: string
}

/** One ground and its basis in this run: a row of `judgment.grounds`. */
export interface GroundBasis {
  readonly ground: Ground
  readonly name: string
  readonly basis: Basis
}

/** All that is said of what a run rests on. */
export interface RunBasis {
  readonly evidence: Evidence
  /** The paid channels. */
  readonly channels: readonly ChannelBases[]
  readonly grounds: readonly GroundBasis[]
  readonly figures: readonly FigureBasis[]
}

/** The question that tells what spend and clicks of each paid channel rest on. */
export const PAID_SQL = `
  select channel, spend_basis as spend, clicks_basis as clicks
  from market.dim_channel where is_paid order by channel`

const GOODS_SQL = `
  select case when count(*) > 0 and count(*) = count(cost_cents) then 'observed' else 'declared' end as basis
  from dwh.fct_order_items`

/**
 * What the figures of a run rest on, derived from the grounds that each column and each line declares
 * and from what the files of the run hold.
 *
 * @param ask answers SQL over `dwh`, `market` and `finance`
 */
export async function readBasis(ask: SqlSource['rows']): Promise<RunBasis> {
  const paid = await ask<ChannelBases>(PAID_SQL)
  const [goods] = await ask<{ basis: Basis }>(GOODS_SQL)
  const bases = groundBases(paid, goods!.basis)
  return {
    evidence: evidenceOf(paid),
    channels: paid,
    grounds: (Object.keys(grounds) as Ground[]).map((ground) => ({
      ground,
      name: grounds[ground].name,
      basis: bases[ground],
    })),
    figures: [
      ...(await verdictFigures(ask, bases)),
      ...(await lineFigures(ask, bases)),
      ...(await channelFigures(ask, paid, goods!.basis)),
    ],
  }
}

type Amounts = Readonly<Record<string, unknown>>

async function verdictFigures(ask: SqlSource['rows'], bases: GroundBases): Promise<FigureBasis[]> {
  const [verdict] = await ask<Amounts>('select * from finance.verdict')
  return figuresOf('verdict', verdict!, financeSchema.verdict!, bases)
}

async function lineFigures(ask: SqlSource['rows'], bases: GroundBases): Promise<FigureBasis[]> {
  const rows = await ask<{ line: string; cents: number }>(
    'select line, cohort_cents as cents from finance.reconciliation order by line_no',
  )
  const amounts = new Map(rows.map(({ line, cents }) => [line, cents]))
  return profitLines.map(({ id, restsOn }) =>
    figure(`line.${id}`, amounts.get(id)!, restsOn, bases),
  )
}

/** Paid channels, each by what is known of its own spend and clicks. */
async function channelFigures(
  ask: SqlSource['rows'],
  paid: readonly ChannelBases[],
  goods: Basis,
): Promise<FigureBasis[]> {
  const rows = await ask<Amounts & { channel: string }>(
    'select * from finance.channel_verdict order by channel',
  )
  return rows.flatMap((row) => {
    const own = paid.filter(({ channel }) => channel === row.channel)
    if (own.length === 0) return []
    return figuresOf(
      `channel.${row.channel}`,
      row,
      financeSchema.channel_verdict!,
      groundBases(own, goods),
    )
  })
}

/** Every amount of a row, by what its column is made from. */
function figuresOf(
  prefix: string,
  row: Amounts,
  { columns, restsOn = [] }: TableSchema,
  bases: GroundBases,
): FigureBasis[] {
  return Object.entries(columns).flatMap(([name, column]) => {
    const cents = row[name]
    if (!name.endsWith('_cents') || typeof cents !== 'number') return []
    return [figure(`${prefix}.${name}`, cents, column.restsOn ?? restsOn, bases)]
  })
}

function figure(
  name: string,
  amount_cents: number,
  restsOn: readonly Ground[],
  bases: GroundBases,
): FigureBasis {
  return {
    figure: name,
    amount_cents,
    basis: basisOf(restsOn, bases),
    rests_on: restsOn.join(', '),
  }
}
