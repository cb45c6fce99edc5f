package io.flavortrend.e2e.scenario;

import io.flavortrend.e2e.stack.Stack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What a city was like in the last half minute, by what the jobs have written.
 *
 * @param pressure 0 to 100, of the newest minute
 * @param prepSeconds mean from accepted to ready; 0 where nothing became ready
 * @param breaches orders that took longer from accepted to ready than the limit allows
 * @param delivered orders delivered since the start, but for the last half minute
 */
record CityFigures(double pressure, double prepSeconds, long breaches, long delivered) {
  private static final String QUERY =
      """
      select
        (select coalesce(avg(pressure), 0) from (
           select pressure from analytics.city_kpis
           where city_id = c.id order by window_start desc limit 1) newest),
        (select coalesce(avg(extract(epoch from ready_at - accepted_at)), 0)
           from analytics.orders_enriched
           where city_id = c.id and ready_at > now() - interval '30 s'),
        (select count(*) from analytics.sla_violations
           where city_id = c.id and limit_name = 'prepare' and due_at > now() - interval '30 s'),
        (select count(*) from analytics.orders_enriched
           where city_id = c.id and delivered_at < now() - interval '30 s')
      from public.cities c where c.id = ?""";

  static CityFigures of(Stack stack, int city) throws SQLException {
    try (Connection connection = stack.jdbc("flavor_read");
        PreparedStatement statement = connection.prepareStatement(QUERY)) {
      statement.setInt(1, city);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new CityFigures(row.getDouble(1), row.getDouble(2), row.getLong(3), row.getLong(4));
      }
    }
  }
}
