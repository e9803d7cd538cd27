// Makes what the tests on a real Spark need, once: a virtual environment with pyspark, and Java 17. Prints
// the environment's folder. Run by `npm run spark-test` and `.ci/run`; needs a package registry.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pipInstall } from '../../pip.mjs'

const environment = resolve(process.env.CAUSEWAY_SPARK ?? '.venv-spark')
const python = `${environment}/bin/python`
const run = (command, ...args) => {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2] })
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? `ended with ${status}`}`)
}
const works = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

if (!works('java', '-version')) {
  const apt = process.getuid() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get']
  run(...apt, 'update', '-qq')
  run(...apt, 'install', '-qq', '-y', 'openjdk-17-jre-headless')
}
if (!existsSync(python)) run('python3', '-m', 'venv', environment)
pipInstall(python, 'pyspark', '4.3.0')
console.log(environment)
