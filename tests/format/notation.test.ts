import { describe, expect, it } from 'vitest'
import { createNotation, type ShownChannel } from '../../src/format/index.js'

const channel = (id: string, colour = ''): ShownChannel => ({
  id,
  name: `${id}!`,
  kind: 'paid',
  colour,
})
const notationOf = (...channels: ShownChannel[]) =>
  createNotation({ currency: 'EUR', locale: 'de', channels })
const coloursOf = (...ids: string[]) =>
  new Map(notationOf(...ids.map((id) => channel(id))).channels.map((one) => [one.id, one.colour]))

describe('names', () => {
  it('are those of the run, and words for everything else', () => {
    const { nameOf } = notationOf(channel('google_search'))
    expect(nameOf('google_search')).toBe('google_search!')
    expect(nameOf('direct')).toBe('Direct')
    expect(nameOf('facebook_ads')).toBe('Facebook ads')
    expect(nameOf('loaded_cac')).toBe('Loaded CAC')
  })
})

describe('colours', () => {
  it('are as declared, and differ as long as there are enough', () => {
    const { channels } = notationOf(
      channel('a', '#0d40d4'),
      ...[...'bcdefghijk'].map((id) => channel(id)),
    )
    expect(channels[0]!.colour).toBe('#0d40d4')
    expect(new Set(channels.map(({ colour }) => colour)).size).toBe(channels.length)
  })

  it('do not depend on the order of the channels', () => {
    expect(coloursOf('meta', 'google', 'tiktok').get('google')).toBe(
      coloursOf('tiktok', 'google', 'meta').get('google'),
    )
  })

  it('stay where a channel goes that nobody collided with', () => {
    const all = coloursOf('google', 'meta')
    expect(coloursOf('meta').get('meta')).toBe(all.get('meta'))
  })

  it('are there for more channels than colours', () => {
    const ids = Array.from({ length: 40 }, (_, i) => `channel_${i}`)
    for (const colour of coloursOf(...ids).values()) expect(colour).toMatch(/^#[0-9a-f]{6}$/)
  })
})
