/** A share of the chart's width or height as an SVG length: charts in per cent fit any width, also without JavaScript. */
export const percent = (share: number): string => `${Math.round(share * 1e4) / 100}%`;
