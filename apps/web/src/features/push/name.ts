/** In this order: most browsers also call themselves Chrome or Safari, so the most specific brand comes first. */
const programs: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];
const first = (agent: string, names: typeof programs): string | undefined => names.find(([sign]) => sign.test(agent))?.[1];

/** A name by which people tell their devices apart: "Chrome unter Windows" */
export function nameOfBrowser(agent: string): string {
  const [program, system] = [first(agent, programs), first(agent, systems)];
  return `${program ?? 'Ein Browser'}${system ? ` unter ${system}` : ''}`;
}
