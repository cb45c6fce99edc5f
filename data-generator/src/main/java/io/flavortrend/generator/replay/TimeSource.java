package io.flavortrend.generator.replay;

import java.util.List;

/** From which columns a time comes. */
sealed interface TimeSource {
  /** The columns that are read. */
  List<String> columns();

  /** One column in the file's time format. */
  record Written(String column) implements TimeSource {
    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /** Minutes since the order was placed. */
  record MinutesAfterPlaced(String column) implements TimeSource {
    @Override
    public List<String> columns() {
      return List.of(column);
    }
  }

  /** A day of the week and a decimal hour, set into the week that begins at the anchor. */
  record WeekdayAndHour(String weekday, String hour) implements TimeSource {
    @Override
    public List<String> columns() {
      return List.of(weekday, hour);
    }
  }
}
