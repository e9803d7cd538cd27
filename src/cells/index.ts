export type { Display } from '../kernel.js'
export { type NotebookDisplay, notebookDisplay } from './display.js'
