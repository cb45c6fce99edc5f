import { Alert, createTheme, Modal, type MantineColorsTuple } from '@mantine/core';

const ember: MantineColorsTuple = [
  '#fff1e8',
  '#ffe0cf',
  '#ffc09f',
  '#ffa272',
  '#ff8a4c',
  '#f97432',
  '#e55f1f',
  '#c24c14',
  '#9c3d12',
  '#7d3312',
];

const slate: MantineColorsTuple = [
  '#dce5ee',
  '#b7c4d3',
  '#93a3b6',
  '#6f8197',
  '#3a485a',
  '#283443',
  '#1c2530',
  '#121922',
  '#0c1118',
  '#070a0f',
];

const font = "'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif";

/** Mantine's side of the look; our own colour tokens are in tokens.css. */
export const theme = createTheme({
  primaryColor: 'ember',
  // White text on it keeps 4.5:1.
  primaryShade: 7,
  colors: { ember, dark: slate },
  fontFamily: font,
  headings: { fontFamily: font, fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  components: {
    Alert: Alert.extend({
      // The library's dark tints are too loud beside our panels.
      vars: (_theme, { color }) => {
        const tone = `var(--mantine-color-${String(color)}-6)`;
        return {
          root: {
            '--alert-bg': `color-mix(in srgb, ${tone} 13%, var(--panel))`,
            '--alert-bd': `1px solid color-mix(in srgb, ${tone} 45%, transparent)`,
            '--alert-color': 'var(--text)',
          },
        };
      },
    }),
    Modal: Modal.extend({
      styles: {
        content: { background: 'var(--panel)', border: '1px solid var(--line)' },
        header: { background: 'var(--panel)' },
        title: { fontWeight: 600, fontSize: '1rem' },
      },
    }),
    InputWrapper: { defaultProps: { labelProps: { mb: 4 } } },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  breakpoints: { xs: '30em', sm: '48em', md: '64em', lg: '80em', xl: '96em' },
});
