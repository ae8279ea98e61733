import { defineConfig } from 'vitest/config'

/** Days must not depend on the zone of the machine. */
const zones = ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York', 'Pacific/Kiritimati']

export default defineConfig({
  test: {
    projects: zones.map((TZ) => ({
      test: { name: TZ, include: ['src/**/*.test.ts'], env: { TZ }, isolate: false },
    })),
  },
})
