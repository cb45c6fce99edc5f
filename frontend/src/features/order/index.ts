/** An order's page, reached from lists; its code is loaded when it is opened. */
export const orderPage = {
  path: '/orders/:id',
  load: async () => (await import('./components/OrderPage')).OrderPage,
} as const;
