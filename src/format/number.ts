import { roundHalfAway } from '../money/round.js'
import { formatBrl } from './money.js'

/** A number as a Brazilian reader writes it: 1.234,5. */
export function formatNumber(value: number, decimals = 0): string {
  const scaled = roundHalfAway(Math.abs(value) * 10 ** decimals)
  const digits = scaled.toFixed(0).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, '.')
  const fraction = decimals > 0 ? `,${digits.slice(-decimals)}` : ''
  return `${value < 0 && scaled !== 0 ? '-' : ''}${whole}${fraction}`
}

/** Basis points as a percentage: 350 is 3,50%. */
export function formatBps(bps: number): string {
  return `${formatNumber(bps / 100, 2)}%`
}

/** Cents as whole reais, for figures where cents would only be noise: R$ 1.235. */
export function formatReais(cents: number): string {
  return formatBrl(roundHalfAway(cents / 100) * 100).replace(/,00$/, '')
}

/** A number in as few characters as tell its size: 950, 12,3 k, 1,2 mi, 3,4 bi. */
export function formatCompact(value: number): string {
  const size = Math.abs(value)
  if (size >= 999_500_000) return `${formatNumber(value / 1e9, 1)} bi`
  if (size >= 999_500) return `${formatNumber(value / 1e6, 1)} mi`
  if (size >= 9_999.5) return `${formatNumber(value / 1e3, size >= 99_950 ? 0 : 1)} k`
  return formatNumber(value, Number.isInteger(value) || size >= 100 ? 0 : size >= 1 ? 1 : 2)
}
