import { queryOptions } from '@tanstack/react-query';
import { get } from '@/lib/api';
import { instant, z } from '@/lib/schema';

const sentimentSchema = z
  .object({
    entity_id: z.number(),
    city_id: z.number().int(),
    name: z.string().nullish(),
    reviews: z.number(),
    mean_score: z.number().nullish(),
    negative_share: z.number().nullish(),
    top_words: z.array(z.string()),
  })
  .transform((value) => ({
    restaurantId: value.entity_id,
    cityId: value.city_id,
    name: value.name ?? `Restaurant ${String(value.entity_id)}`,
    reviews: value.reviews,
    score: value.mean_score ?? null,
    negativeShare: value.negative_share ?? null,
    topWords: value.top_words,
  }));

/** What the reviews of a restaurant say; null where none of them has text. */
export type RestaurantSentiment = z.infer<typeof sentimentSchema>;

const answerSchema = z.object({ items: z.array(sentimentSchema), as_of: instant });

/** The restaurants of a city or of all whose reviews of the last hours sound unhappiest. */
export const sentimentQuery = (cityId: number | null) =>
  queryOptions({
    queryKey: ['sentiment', 'restaurants', cityId],
    queryFn: ({ signal }) =>
      get(
        '/sentiment',
        answerSchema,
        { city: cityId, entity: 'restaurant', sort: 'negative', minutes: 240, limit: 50 },
        signal,
      ),
  });
