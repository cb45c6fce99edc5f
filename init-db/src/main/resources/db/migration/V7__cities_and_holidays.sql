-- The capitals of Tunisia's 24 governorates, numbered in the order of ISO 3166-2:TN.
-- Coordinates: GeoNames (CC BY 4.0). Population: the commune's, census of April 2014, Institut
-- National de la Statistique (RGPH 2014); for Béja, El Kef, Jendouba, Kébili, Mahdia and Siliana,
-- GeoNames.
insert into public.cities
  (id, name, latitude, longitude, population, timezone, currency, updated_at)
select id, name, latitude, longitude, population, 'Africa/Tunis', 'TND', timestamptz '2026-01-01 00:00:00Z'
from (values
  (1, 'Tunis', 36.81897, 10.16579, 638845),
  (2, 'Ariana', 36.86012, 10.19337, 114486),
  (3, 'Ben Arous', 36.75452, 10.22167, 88322),
  (4, 'Manouba', 36.81006, 10.09557, 58792),
  (5, 'Nabeul', 36.45606, 10.73763, 73128),
  (6, 'Zaghouan', 36.40291, 10.14292, 20387),
  (7, 'Bizerte', 37.27442, 9.87391, 136917),
  (8, 'Béja', 36.72564, 9.18169, 61568),
  (9, 'Jendouba', 36.50114, 8.78024, 51408),
  (10, 'El Kef', 36.17424, 8.70486, 53596),
  (11, 'Siliana', 36.08497, 9.37082, 31251),
  (12, 'Kairouan', 35.6781, 10.09633, 139070),
  (13, 'Kasserine', 35.16758, 8.83651, 83534),
  (14, 'Sidi Bouzid', 35.03823, 9.48494, 48339),
  (15, 'Sousse', 35.82539, 10.63699, 221530),
  (16, 'Monastir', 35.77799, 10.82617, 93306),
  (17, 'Mahdia', 35.50472, 11.06222, 51803),
  (18, 'Sfax', 34.74056, 10.76028, 272801),
  (19, 'Gafsa', 34.425, 8.78417, 95242),
  (20, 'Tozeur', 33.91968, 8.13352, 37365),
  (21, 'Kébili', 33.70439, 8.96903, 26310),
  (22, 'Gabès', 33.88146, 10.0982, 130984),
  (23, 'Médenine', 33.35495, 10.50548, 71406),
  (24, 'Tataouine', 32.92967, 10.45177, 66924)
) as capital (id, name, latitude, longitude, population);

-- Tunisia's public holidays. Those of the lunar calendar are dated by Umm al-Qura and may differ
-- by a day from what is announced.
insert into public.holidays (holiday_date, name, updated_at)
select holiday_date, name, timestamptz '2026-01-01 00:00:00Z'
from (values
  (date '2026-01-01', 'New Year''s Day'),
  (date '2026-03-20', 'Independence Day and Eid al-Fitr'),
  (date '2026-03-21', 'Eid al-Fitr'),
  (date '2026-04-09', 'Martyrs'' Day'),
  (date '2026-05-01', 'Labour Day'),
  (date '2026-05-27', 'Eid al-Adha'),
  (date '2026-05-28', 'Eid al-Adha'),
  (date '2026-06-16', 'Islamic New Year'),
  (date '2026-07-25', 'Republic Day'),
  (date '2026-08-13', 'Women''s Day'),
  (date '2026-08-25', 'Mawlid'),
  (date '2026-10-15', 'Evacuation Day'),
  (date '2026-12-17', 'Revolution Day'),
  (date '2027-01-01', 'New Year''s Day'),
  (date '2027-03-09', 'Eid al-Fitr'),
  (date '2027-03-10', 'Eid al-Fitr'),
  (date '2027-03-20', 'Independence Day'),
  (date '2027-04-09', 'Martyrs'' Day'),
  (date '2027-05-01', 'Labour Day'),
  (date '2027-05-16', 'Eid al-Adha'),
  (date '2027-05-17', 'Eid al-Adha'),
  (date '2027-06-06', 'Islamic New Year'),
  (date '2027-07-25', 'Republic Day'),
  (date '2027-08-13', 'Women''s Day'),
  (date '2027-08-14', 'Mawlid'),
  (date '2027-10-15', 'Evacuation Day'),
  (date '2027-12-17', 'Revolution Day')
) as day (holiday_date, name);
