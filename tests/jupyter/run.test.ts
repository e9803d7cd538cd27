import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/errors.js'
import { runNotebooks } from '../../src/jupyter/run.js'

const jupyter = { python: '/nowhere/python', packages: {} }

describe('runNotebooks', () => {
  it('refuses a notebook that is not there before it starts anything', async () => {
    const run = runNotebooks({ jupyter, notebooks: ['nowhere/01.ipynb'] })
    await expect(run).rejects.toThrow(InputError)
    await expect(run).rejects.toThrow('nowhere/01.ipynb: there is no such notebook')
  })

  it('refuses to run nothing', async () => {
    await expect(runNotebooks({ jupyter, notebooks: [] })).rejects.toThrow(InputError)
  })
})
