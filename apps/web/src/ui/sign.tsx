/** The Land in 14 squares: eleven Landkreise and three cities, each near its true place. Keys are the official ones. */
const squares: Record<string, readonly [column: number, row: number]> = {
  '15081': [1, 0],
  '15090': [2, 0],
  '15083': [1, 1],
  '15003': [2, 1],
  '15086': [3, 1],
  '15085': [0, 2],
  '15089': [1, 2],
  '15082': [2, 2],
  '15001': [3, 2],
  '15091': [4, 2],
  '15087': [1, 3],
  '15088': [2, 3],
  '15002': [3, 3],
  '15084': [2, 4],
};

/** The sign in the header. `lit` is the key of a Kreis or of anything in it; for the Land, or nobody, `all` squares are lit. */
export function Sign({ lit }: { lit: string }) {
  const kreis = lit.slice(0, 5);
  return (
    <svg className="ui-sign" viewBox="0 0 39 39" aria-hidden="true" focusable="false">
      {Object.entries(squares).map(([key, [column, row]]) => (
        <path key={key} className={lit === 'all' || key === kreis ? 'ui-sign__lit' : undefined} d={`M${column * 8} ${row * 8}h7v7h-7z`} />
      ))}
    </svg>
  );
}
