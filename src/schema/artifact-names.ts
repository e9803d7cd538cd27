/** The artifacts, in the order they are made: one per stage, named as they are attached. */
export const stageNames = [
  'raw',
  'dwh',
  'market',
  'attribution',
  'finance',
  'judgment',
  'decisions',
] as const
export type StageName = (typeof stageNames)[number]
