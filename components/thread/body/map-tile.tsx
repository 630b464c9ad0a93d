type Props = { latitude: number; longitude: number };

const WIDTH = 288;
const HEIGHT = 140;
/** Degrees between two lines, and pixels. */
const STEP = 0.01;
const CELL = 48;

/**
 * Where a point is on the grid of latitudes and longitudes, a hundredth of a degree a cell. Drawn here: a map would
 * tell a third party whom we talk to, and invented streets would mislead.
 */
export function MapTile({ latitude, longitude }: Props) {
  const cellHeight = CELL / Math.max(0.2, Math.cos((latitude * Math.PI) / 180));
  const columns = linesAround(longitude, WIDTH, CELL);
  const rows = linesAround(latitude, HEIGHT, cellHeight);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      className="w-full rounded-lg bg-surface/70 text-text-muted"
    >
      <g stroke="currentColor" strokeWidth="1" opacity="0.22">
        {columns.map(({ at }) => (
          <path key={at} d={`M${at} 0V${HEIGHT}`} />
        ))}
        {rows.map(({ at }) => (
          <path key={at} d={`M0 ${HEIGHT - at}H${WIDTH}`} />
        ))}
      </g>
      <g fill="currentColor" fontSize="9" className="tabular">
        {columns
          .filter(({ at }) => at < WIDTH - CELL)
          .map(({ at, degrees }) => (
            <text key={at} x={at + 3} y={HEIGHT - 4}>
              {sayDegrees(degrees, "E", "W")}
            </text>
          ))}
        {rows
          .filter(({ at }) => at > 24 && at < HEIGHT - 12)
          .map(({ at, degrees }) => (
            <text key={at} x={4} y={HEIGHT - at - 3}>
              {sayDegrees(degrees, "N", "S")}
            </text>
          ))}
      </g>
      <g transform={`translate(${WIDTH / 2} ${HEIGHT / 2})`} className="text-danger">
        <ellipse cx="0" cy="1" rx="6" ry="2" fill="currentColor" opacity="0.25" />
        <path d="M0 0C-3-7-10-11-10-19a10 10 0 1 1 20 0C10-11 3-7 0 0Z" fill="currentColor" />
        <circle cx="0" cy="-19" r="4" className="fill-surface" />
      </g>
    </svg>
  );
}

/** The lines that cross a tile with `value` in its middle: how far each is from its start. */
function linesAround(value: number, size: number, cell: number): { at: number; degrees: number }[] {
  const lines = [];
  const first = Math.ceil((value - (size / 2 / cell) * STEP) / STEP);
  for (let line = first; ; line += 1) {
    const at = size / 2 + (line - value / STEP) * cell;
    if (at > size) return lines;
    lines.push({ at: Math.round(at * 10) / 10, degrees: line * STEP });
  }
}

function sayDegrees(degrees: number, positive: string, negative: string): string {
  return `${Math.abs(degrees).toFixed(2)}° ${degrees < 0 ? negative : positive}`;
}
