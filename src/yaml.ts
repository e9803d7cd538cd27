import type * as Yaml from 'yaml'
import { whenNeeded } from './when-needed.js'

const yaml = whenNeeded<typeof Yaml>('yaml')

/** What a text of YAML says, or what is wrong with it; a key that stands twice is wrong. */
export function readYaml(text: string): { value?: unknown; problem?: string } {
  const document = yaml().parseDocument(text, { uniqueKeys: true })
  const [problem] = document.errors
  return problem ? { problem: problem.message.trim() } : { value: document.toJS() }
}
