import { slopeAt, type ValueCurve } from './curves.js'
import type { Problem } from './problem.js'

/** Where one column stands at a plan, and what one more cent there would bring. */
export interface CertificateRow {
  readonly channel: string
  /** YYYY-MM for plans by month. */
  readonly month?: string
  readonly multiple: number
  /** Contribution of the next unit of money, in the same unit: 1 breaks even. */
  readonly marginalReturn: number
  readonly at: 'low' | 'high' | 'inside'
}

const TOLERANCE = 1e-6

/** The marginal return of every column at a plan. */
export function certificateRows(
  { curves, spend, low, high }: Problem,
  multiples: readonly number[],
  names: readonly { readonly channel: string; readonly month?: string }[],
): CertificateRow[] {
  return multiples.map((multiple, j) => ({
    ...names[j]!,
    multiple,
    marginalReturn: marginal(curves[j]!, spend[j]!, multiple),
    at:
      multiple <= low[j]! + TOLERANCE
        ? 'low'
        : multiple >= high[j]! - TOLERANCE
          ? 'high'
          : 'inside',
  }))
}

/**
 * The certificate in words: the level at which the marginal returns of all that can move agree, and which stand at
 * a bound instead.
 *
 * @param nameOf a channel by its id
 */
export function certificateText(
  rows: readonly CertificateRow[],
  nameOf: (id: string) => string,
): string {
  const name = ({ channel, month }: CertificateRow) =>
    month ? `${nameOf(channel)} ${month}` : nameOf(channel)
  const list = (some: readonly CertificateRow[]) =>
    some.map((row) => `${name(row)} (${row.marginalReturn.toFixed(2)})`).join(', ')
  const at = (place: CertificateRow['at']) => rows.filter((row) => row.at === place)
  const sentences = [
    at('inside').length > 0 && `The next unit of money brings ${insideText(at('inside'), name)}.`,
    at('high').length > 0 && `At the upper bound, where it would bring more: ${list(at('high'))}.`,
    at('low').length > 0 && `At the lower bound, where it would bring less: ${list(at('low'))}.`,
  ]
  return sentences.filter(Boolean).join(' ')
}

function insideText(
  rows: readonly CertificateRow[],
  name: (row: CertificateRow) => string,
): string {
  const returns = rows.map(({ marginalReturn }) => marginalReturn)
  const [least, most] = [Math.min(...returns), Math.max(...returns)]
  const level =
    least.toFixed(2) === most.toFixed(2)
      ? least.toFixed(2)
      : `${least.toFixed(2)} to ${most.toFixed(2)}`
  return `${level} in ${rows.map(name).join(', ')}`
}

function marginal(curve: ValueCurve, spend: number, multiple: number): number {
  return spend > 0 ? slopeAt(curve, multiple) / spend : 0
}
