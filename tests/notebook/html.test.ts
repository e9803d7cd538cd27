import { expect, it } from 'vitest'
import { proseHtml } from '../../src/notebook/index.js'

const kept = (amount: string) => `<span style="white-space:nowrap">${amount}</span>`

it('keeps the sign of an amount beside it, whatever the locale writes between them', () => {
  expect(proseHtml('from -R$1,234.50 (-5%) to -€ 3')).toBe(
    `from ${kept('-R<span>$</span>1,234.50')} (${kept('-5')}%) to -€ 3`,
  )
  expect(proseHtml('-R$\u00a01.234,50')).toBe(kept('-R<span>$</span>\u00a01.234,50'))
})

it('leaves days, ranges and words as they are', () => {
  const text = '2017-01-31, 5-10, run-up <b> & -x'
  expect(proseHtml(text)).toBe('2017-01-31, 5-10, run-up &lt;b&gt; &amp; -x')
})
