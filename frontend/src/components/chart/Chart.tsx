import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { init, type ChartOption, type EChartsType } from './chartLibrary';

export interface ChartProps {
  /** What the chart shows, for those who do not see it. */
  label: string;
  /** Builds the drawing with the theme's colours, given by the token's name. */
  option: (token: (name: string) => string) => ChartOption;
}

function themeToken(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

export default function Chart({ label, option }: ChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const scheme = useComputedColorScheme('dark');

  useEffect(() => {
    if (element.current === null) return undefined;
    const created = init(element.current);
    chart.current = created;
    const sizes = new ResizeObserver(() => {
      created.resize();
    });
    sizes.observe(element.current);
    return () => {
      sizes.disconnect();
      created.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    // Series that vanished must go, so series are replaced; the rest is merged, which keeps the tooltip.
    chart.current?.setOption(option(themeToken), { replaceMerge: ['series'], lazyUpdate: true });
  }, [option, scheme]);

  return (
    <div ref={element} role="img" aria-label={label} style={{ width: '100%', height: '100%' }} />
  );
}
