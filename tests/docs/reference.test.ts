import { describe, expect, it } from 'vitest'
import { apiPage } from './pages/api.js'
import { assumptionTypes } from './pages/assumption-types.js'
import { assumptionsPage } from './pages/assumptions.js'
import { commandsPage } from './pages/commands.js'
import { lawsPage } from './pages/laws.js'
import { partsPage } from './pages/parts.js'
import { tablesPage } from './pages/tables.js'

/** `npm run docs` writes what this compares. */
describe('the reference is what the code says', () => {
  it.each([
    ['tables', tablesPage],
    ['assumptions', assumptionsPage],
    ['laws', lawsPage],
    ['commands', commandsPage],
    ['parts', partsPage],
    ['api', apiPage],
  ])(
    '%s',
    async (name, page) => {
      await expect(page()).toMatchFileSnapshot(`../../docs/reference/${name}.md`)
    },
    60_000,
  )

  it('the types of assumptions', async () => {
    await expect(assumptionTypes()).toMatchFileSnapshot('../../src/assumptions/types.ts')
  })
})
