/** Latitude and longitude in a text: "52.52, 13.40", a geo: address, or a link of the usual maps; null when there are none. Pure. */
export function readCoordinates(text: string): { latitude: number; longitude: number } | null {
  const number = String.raw`(-?\d{1,3}(?:\.\d+)?)`;
  const patterns = [
    `!3d${number}!4d${number}`,
    `map=\\d+/${number}/${number}`,
    `@${number},${number}`,
    `${number}\\s*[,;]\\s*${number}`,
  ];
  const decoded = decode(text.trim());
  for (const pattern of patterns) {
    const match = new RegExp(pattern).exec(decoded);
    const latitude = Number(match?.[1]);
    const longitude = Number(match?.[2]);
    if (match && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
  }
  return null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
