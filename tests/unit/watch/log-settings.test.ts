import { describe, expect, test } from 'vitest'
import { toLogConfig } from '../../../server/http/watch/log-settings.ts'

describe('how the log is written', () => {
  test('a terminal gets text, everything else JSON, unless it is said', () => {
    expect(toLogConfig({}, true)).toEqual({ format: 'text', level: 'info', slowMs: 1000 })
    expect(toLogConfig({ log: '', logLevel: ' ', slowMs: '' }, false)).toEqual({
      format: 'json',
      level: 'info',
      slowMs: 1000,
    })
    expect(toLogConfig({ log: 'json', logLevel: 'debug', slowMs: '0' }, true)).toEqual({
      format: 'json',
      level: 'debug',
      slowMs: 0,
    })
  })

  test.each([
    ['ENTENTE_LOG', { log: 'xml' }, 'is one of json, text; it is "xml"'],
    ['ENTENTE_LOG_LEVEL', { logLevel: 'loud' }, 'is one of debug, info, warn, error, silent; it is "loud"'],
    ['ENTENTE_SLOW_MS', { slowMs: '1s' }, 'is a whole number of milliseconds, such as 1000; it is "1s"'],
  ])('%s %j is refused', (setting, wrong, sentence) => {
    expect(() => toLogConfig(wrong, false)).toThrow(
      expect.objectContaining({ name: 'SettingError', setting, says: expect.stringContaining(sentence) }),
    )
  })
})
