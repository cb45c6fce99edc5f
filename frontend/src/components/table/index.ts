export { DataTable, type Column } from './DataTable';
export { Stacked } from './Stacked';
