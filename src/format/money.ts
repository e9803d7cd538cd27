/**
 * Money as a Brazilian reader writes it: R$ 1.234,56, minus sign in front.
 *
 * @param cents integer centavos
 */
export function formatBrl(cents: number): string {
  const size = Math.abs(Math.trunc(cents))
  const reais = Math.floor(size / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '.')
  const sign = cents < 0 && size > 0 ? '-' : ''
  return `${sign}R$ ${reais},${(size % 100).toString().padStart(2, '0')}`
}
