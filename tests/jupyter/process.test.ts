import { describe, expect, it } from 'vitest'
import { runProcess } from '../../src/jupyter/process.js'

const node = (script: string) => ({ command: process.execPath, args: ['-e', script] })

describe('runProcess', () => {
  it('gives exit code, both streams and each line as it comes', async () => {
    const lines: string[] = []
    const script = 'console.log("a\\nb"); console.error("e"); process.exitCode = 3'
    const ran = await runProcess({ ...node(script), onLine: (line) => lines.push(line) })
    expect(ran).toEqual({ status: 3, stdout: 'a\nb', stderr: 'e\n' })
    expect(lines).toEqual(['a', 'b'])
  })

  it('writes the input and closes it', async () => {
    const script = 'process.stdin.pipe(process.stdout)'
    expect((await runProcess({ ...node(script), input: 'hello' })).stdout).toBe('hello')
  })

  it('keeps the input open until the program ends, when told so', async () => {
    const script =
      'process.stdin.on("end", () => console.log("closed")).on("data", () => process.exit(0))'
    const ran = await runProcess({ ...node(script), input: 'go\n', keepInputOpen: true })
    expect(ran).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  it('has no exit code for a program that is not there', async () => {
    const ran = await runProcess({ command: '/nowhere/program', args: [] })
    expect(ran.status).toBeNull()
  })

  it('leaves no signal handler behind', async () => {
    const before = process.listenerCount('SIGTERM')
    await runProcess(node(''))
    expect(process.listenerCount('SIGTERM')).toBe(before)
  })
})
