import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { citiesQuery, type City } from './cities';

/** The zone and currency shown while no city is chosen, or its data has not arrived. */
export const DEFAULT_ZONE = 'Africa/Tunis';
export const DEFAULT_CURRENCY = 'TND';

export interface CityFilter {
  /** Chosen city's id, null for all. */
  readonly cityId: number | null;
  /** Its row; null for all cities, and while cities load. */
  readonly city: City | null;
  readonly zone: string;
  readonly currency: string;
  readonly choose: (cityId: number | null) => void;
}

/** An id from the address; anything that is none counts as no filter. */
export function cityIdOf(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** The city filter, kept in the address as `?city=`. */
export function useCityFilter(): CityFilter {
  const [parameters, setParameters] = useSearchParams();
  const { data: cities } = useQuery(citiesQuery);
  const cityId = cityIdOf(parameters.get('city'));
  const city = cities?.find((candidate) => candidate.id === cityId) ?? null;
  const reference = city ?? cities?.[0];
  const choose = useCallback(
    (next: number | null) => {
      setParameters((current) => {
        const changed = new URLSearchParams(current);
        if (next === null) changed.delete('city');
        else changed.set('city', String(next));
        return changed;
      });
    },
    [setParameters],
  );
  return {
    cityId,
    city,
    zone: reference?.timezone ?? DEFAULT_ZONE,
    currency: reference?.currency ?? DEFAULT_CURRENCY,
    choose,
  };
}
