package io.flavortrend.initdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.OrderStatus;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.util.PSQLException;

class OrderTransitionTest {
  private static TestServer server;
  private static Connection app;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = new TestServer();
    new InitDb(server.config("flavor", TimeDomain.LIVE)).run();
    app = server.connect("flavor", DatabaseRole.FLAVOR_APP);
    app.setAutoCommit(false);
  }

  @AfterAll
  static void stop() throws IOException, SQLException {
    app.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void forwardIsAllowedAndBackwardIsNot(OrderStatus from) throws SQLException {
    for (OrderStatus to : OrderStatus.values()) {
      insert(1, from);
      boolean allowed = from == to || (!from.isTerminal() && to.compareTo(from) > 0);
      if (allowed) {
        move(1, to);
      } else {
        assertThatThrownBy(() -> move(1, to))
            .isInstanceOf(PSQLException.class)
            .hasMessageContaining(
                "order 1 cannot go from %s to %s: ".formatted(from.code(), to.code()))
            .satisfies(
                e ->
                    assertThat(((PSQLException) e).getServerErrorMessage().getConstraint())
                        .isEqualTo("order_transition"));
      }
      app.rollback();
    }
  }

  @Test
  void aFinishedOrderMayStillBeCorrectedOtherwise() throws SQLException {
    insert(1, OrderStatus.DELIVERED);
    execute("update orders set ready_at = placed_at where id = 1");
    app.rollback();
  }

  @Test
  void aDeliveryBeforeTheOrderIsRefused() throws SQLException {
    insert(1, OrderStatus.PLACED);
    assertThatThrownBy(
            () ->
                execute("update orders set delivered_at = placed_at - interval '1 s' where id = 1"))
        .isInstanceOf(PSQLException.class)
        .hasMessageContaining("orders_check");
    app.rollback();
  }

  private static void insert(long id, OrderStatus status) throws SQLException {
    execute(
        """
        insert into orders (id, customer_id, restaurant_id, city_id, status, placed_at,
          delivered_at, cancelled_at, total_amount, currency, updated_at)
        values (%d, 1, 1, 1, '%s', now(), now(), now(), 10, 'TND', now())"""
            .formatted(id, status.code()));
  }

  private static void move(long id, OrderStatus status) throws SQLException {
    execute("update orders set status = '%s' where id = %d".formatted(status.code(), id));
  }

  private static void execute(String sql) throws SQLException {
    try (Statement statement = app.createStatement()) {
      statement.execute(sql);
    }
  }
}
