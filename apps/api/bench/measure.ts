/** One question that is asked again and again. */
export interface Probe {
  name: string
  ask(): Promise<unknown>
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2
}

async function timeOf(probe: Probe): Promise<number> {
  const started = performance.now()
  await probe.ask()
  return performance.now() - started
}

/**
 * Median milliseconds of every probe. They take turns, so that whatever slows the machine down slows all of them;
 * the first rounds only warm up.
 */
export async function measure(
  probes: readonly Probe[],
  rounds: { warming: number; repetitions: number },
): Promise<Map<string, number>> {
  const times = new Map(probes.map(({ name }): [string, number[]] => [name, []]))
  for (let round = -rounds.warming; round < rounds.repetitions; round += 1) {
    for (const probe of probes) {
      const time = await timeOf(probe)
      if (round >= 0) times.get(probe.name)?.push(time)
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]))
}
