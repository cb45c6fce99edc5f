export { citiesQuery, type City } from './cities';
export {
  cityIdOf,
  DEFAULT_CURRENCY,
  DEFAULT_ZONE,
  useCityFilter,
  type CityFilter,
} from './useCityFilter';
