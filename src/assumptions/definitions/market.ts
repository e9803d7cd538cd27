import type { Declarations } from '../definition.js'
import { channelFields } from './market/channel-fields.js'
import { channelCollection } from './market/channels.js'
import { marketRules } from './market/rules.js'
import { seasonCollection, seasonDefinitions } from './market/season.js'

export const marketDeclarations: Declarations = {
  stage: 'market',
  definitions: [...marketRules, ...channelFields, ...seasonDefinitions],
  collections: [channelCollection, seasonCollection],
}
