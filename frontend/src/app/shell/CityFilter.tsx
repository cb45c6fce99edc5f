import { CloseButton, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { MapPin } from 'lucide-react';
import { citiesQuery, useCityFilter } from '@/lib/cities';
import classes from './CityFilter.module.css';

/** Chooses the city that every page is about. */
export function CityFilter() {
  const { cityId, choose } = useCityFilter();
  const { data: cities, isError } = useQuery(citiesQuery);
  const options = (cities ?? []).map(({ id, name }) => ({ value: String(id), label: name }));
  if (cityId !== null && !options.some(({ value }) => value === String(cityId))) {
    options.unshift({ value: String(cityId), label: `City ${String(cityId)}` });
  }
  return (
    <Select
      className={classes.filter ?? ''}
      aria-label="City"
      data-testid="city-filter"
      data={options}
      value={cityId === null ? null : String(cityId)}
      onChange={(value) => {
        choose(value === null ? null : Number(value));
      }}
      placeholder={isError ? 'Cities unavailable' : 'All cities'}
      nothingFoundMessage="No such city"
      searchable
      leftSection={<MapPin size={16} aria-hidden />}
      rightSectionPointerEvents={cityId === null ? 'none' : 'all'}
      rightSection={
        cityId === null ? undefined : (
          <CloseButton
            size="sm"
            aria-label="Show all cities"
            onClick={() => {
              choose(null);
            }}
          />
        )
      }
      comboboxProps={{ withinPortal: true }}
    />
  );
}
