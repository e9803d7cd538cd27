import { expect, test } from 'vitest'
import { sparkAddress } from '../../../src/engine/spark/index.js'

const none = {}

test.each([
  ['sc://localhost', { host: 'localhost', port: 15002, isEncrypted: false }],
  ['sc://spark.example:443/;use_ssl=true', { port: 443, isEncrypted: true }],
  ['sc://h/;use_ssl=true;token=a%3Bb', { token: 'a;b' }],
  ['sc://h/;user_id=ana', { userId: 'ana' }],
  ['sc://h/;x-databricks-cluster-id=0123', { headers: { 'x-databricks-cluster-id': '0123' } }],
  ['sc://[::1]:15003', { host: '[::1]', port: 15003 }],
])('%s', (text, expected) => expect(sparkAddress(text, none)).toMatchObject(expected))

test('a token of the environment is used', () => {
  const address = sparkAddress('sc://h/;use_ssl=true', { CAUSEWAY_ENGINE_TOKEN: 'secret' })
  expect(address.token).toBe('secret')
})

test.each([
  ['localhost:15002', 'allowed is sc://host:port'],
  ['sc://', 'allowed is sc://host:port'],
  ['sc://h:0', 'ports 1 to 65535'],
  ['sc://h:65536', 'ports 1 to 65535'],
  ['sc://h/;use_ssl=yes', 'true and false'],
  ['sc://h/;use_ssl', '/;name=value'],
  ['sc://h/;token=secret', 'would travel unencrypted'],
])('%s is refused', (text, words) => {
  expect(() => sparkAddress(text, none)).toThrow(new RegExp(words, 'i'))
})

test('no message shows a token', () => {
  expect(() => sparkAddress('sc://h/;token=secret;use_ssl=perhaps', none)).not.toThrow('secret')
  expect(() => sparkAddress('sc://h/;token=secret;use_ssl=perhaps', none)).toThrow('token=...')
})
