/** Brands that say which program it is, the most particular first; most browsers call themselves Chrome too. */
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

/** By what people tell their devices apart: "Chrome unter Windows" */
export function nameOfBrowser(agent: string): string {
  const [program, system] = [first(agent, programs), first(agent, systems)];
  return `${program ?? 'Ein Browser'}${system ? ` unter ${system}` : ''}`;
}
