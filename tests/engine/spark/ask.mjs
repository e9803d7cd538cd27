// Asks a Spark Connect server one thing, on the compiled library: node ask.mjs sc://host:port
import { SparkSession, sparkAddress } from '../../../dist/engine/spark/index.js'

const session = await SparkSession.open(sparkAddress(process.argv[2]), {})
await session.execute('select 1 as x', 'asking')
await session.close()
console.log('answered')
