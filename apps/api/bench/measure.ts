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

/** Numbers from 0 up to 1, the same in each run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

/**
 * Median milliseconds of every probe. They take turns, so that whatever slows the machine down slows all of them, in
 * another order in each round: else the collection of garbage, which comes as regularly, falls on the same ones. The
 * first rounds only warm up.
 */
export async function measure(
  probes: readonly Probe[],
  rounds: { warming: number; repetitions: number },
): Promise<Map<string, number>> {
  const times = new Map(probes.map(({ name }): [string, number[]] => [name, []]))
  const random = randomFrom(1)
  for (let round = -rounds.warming; round < rounds.repetitions; round += 1) {
    for (const probe of shuffled(probes, random)) {
      const time = await timeOf(probe)
      if (round >= 0) times.get(probe.name)?.push(time)
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]))
}
