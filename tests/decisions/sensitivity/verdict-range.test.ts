import { expect, it } from 'vitest'
import { evenShares } from '../../../src/decisions/sensitivity/verdict-range.js'
import { KeyedStream } from '../../../src/random/stream.js'

const luck = (id: string) => new KeyedStream({ seed: 7, channel: id, purpose: 'verdict' })

it('takes one share from each equal part, in an order of chance', () => {
  const shares = evenShares(luck('a'), 50)
  expect([...shares].sort((a, b) => a - b).map((share) => Math.floor(share * 50))).toEqual(
    shares.map((_, i) => i),
  )
  expect([...shares].sort((a, b) => a - b)).not.toEqual(shares)
})

it('draws the same under the same name, another order under another', () => {
  expect(evenShares(luck('a'), 50)).toEqual(evenShares(luck('a'), 50))
  expect(evenShares(luck('a'), 50)).not.toEqual(evenShares(luck('b'), 50))
})
