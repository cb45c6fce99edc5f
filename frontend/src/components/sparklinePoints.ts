const MARGIN = 2;

/** Values as `x,y` points over the width, the largest at the top, zero at the bottom. */
export function linePoints(values: readonly number[], width: number, height: number): string[] {
  if (values.length < 2) return [];
  const top = Math.max(...values, 1e-9);
  return values.map((value, index) => {
    const x = (index / (values.length - 1)) * width;
    const y = height - MARGIN - (Math.max(0, value) / top) * (height - 2 * MARGIN);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
}
