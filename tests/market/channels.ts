import { Assumptions } from '../../src/assumptions/index.js'
import { type ChannelModel, readChannels } from '../../src/market/channel.js'

/** Facebook ads with some of its assumptions changed. */
export function channelWith(fields: Record<string, unknown>): ChannelModel {
  const assumptions = Assumptions.defaults().with({
    market: { channels: { facebook_ads: fields } },
  })
  return readChannels(assumptions)[0]!
}
