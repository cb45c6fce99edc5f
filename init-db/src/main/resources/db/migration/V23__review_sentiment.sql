-- How the reviews of a restaurant or a courier sounded, by five minutes of event time.
create table analytics.review_sentiment (
  entity text not null check (entity in ('restaurant', 'courier')),
  entity_id bigint not null,
  window_start timestamptz not null,
  reviews bigint not null,
  mean_score double precision check (mean_score between -1 and 1),
  negative_share double precision check (negative_share between 0 and 1),
  top_words jsonb not null,
  version bigint not null,
  primary key (entity, entity_id, window_start)
);

create index review_sentiment_window_start on analytics.review_sentiment (window_start);

comment on column analytics.review_sentiment.top_words is '[{"word","count"}], at most five';
