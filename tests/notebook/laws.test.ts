import { describe, expect, it } from 'vitest'
import { lawTable } from '../../src/notebook/index.js'
import { notation } from '../notation.js'

const spend = {
  law: 'spend',
  statement: 'Spend = released + in flight',
  residual: 0,
  unit: 'cents',
  holds: true,
}
const clicks = {
  law: 'clicks',
  statement: 'Born = consumed + live',
  residual: 1234,
  unit: 'clicks',
  holds: false,
}

describe('lawTable', () => {
  it('is written as its golden file', async () => {
    await expect(`${lawTable([spend, clicks], notation)}\n`).toMatchFileSnapshot('golden/laws.html')
  })

  it('has broken laws in view, and folds those that hold into a line', () => {
    const html = lawTable([spend, clicks], notation)
    expect(html).toContain('VIOLATED')
    expect(html.indexOf('VIOLATED')).toBeLessThan(html.indexOf('<details>'))
    expect(html.indexOf('>OK<')).toBeGreaterThan(html.indexOf('<details>'))
    expect(lawTable([clicks], notation)).not.toContain('<details>')
  })

  it('says in words whether laws hold', () => {
    expect(lawTable([spend], notation)).toContain('The law holds.')
    expect(lawTable([spend, spend], notation)).toContain('All 2 laws hold.')
    expect(lawTable([spend, clicks], notation)).toContain('1 of 2 laws violated')
    expect(lawTable([], notation)).toContain('No laws were checked.')
  })

  it('shows every law, however many', () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ ...spend, law: `law-${i}` }))
    const html = lawTable(many, notation)
    expect(html).toContain('law-39')
  })
})
