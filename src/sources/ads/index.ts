export { adFiles } from './files.js'
export { adExpectations, adStaging, type CampaignRule } from './staging.js'
