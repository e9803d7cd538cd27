import type { Declarations } from '../definition.js'
import { channelCollection, channelFields } from './market/channels.js'
import { marketRules } from './market/rules.js'
import { seasonCollection, seasonDefinitions } from './market/season.js'

export const marketDeclarations: Declarations = {
  definitions: [...marketRules, ...channelFields, ...seasonDefinitions],
  collections: [channelCollection, seasonCollection],
}
