package io.flavortrend.generator.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Histograms over each other as an SVG picture: lines, legend, axes. */
final class Plot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 320;
  private static final int LEFT = 56;
  private static final int BOTTOM = 270;
  private static final int TOP = 34;
  private static final int RIGHT = 620;
  private static final List<String> COLOURS = List.of("#d9480f", "#1971c2", "#2f9e44");

  private final String title;
  private final String axis;
  private final Map<String, Histogram> lines = new LinkedHashMap<>();

  /**
   * @param axis what lies along the bottom, with its unit
   */
  Plot(String title, String axis) {
    this.title = title;
    this.axis = axis;
  }

  Plot line(String name, Histogram values) {
    if (!values.isEmpty()) {
      lines.put(name, values);
    }
    return this;
  }

  String svg() {
    double highest =
        lines.values().stream()
            .flatMapToDouble(values -> Arrays.stream(values.shares()))
            .max()
            .orElse(1);
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"12\"><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>",
        WIDTH,
        HEIGHT);
    add(svg, "<text x=\"%d\" y=\"20\" font-size=\"14\">%s</text>", LEFT, title);
    add(
        svg,
        "<path d=\"M%1$d %2$dV%3$dH%4$d\" fill=\"none\" stroke=\"#868e96\"/>",
        LEFT,
        TOP,
        BOTTOM,
        RIGHT);
    add(svg, "<text x=\"%d\" y=\"310\" text-anchor=\"end\">%s</text>", RIGHT, axis);
    add(svg, "<text x=\"50\" y=\"%d\" text-anchor=\"end\">%.0f %%</text>", TOP + 4, 100 * highest);
    int number = 0;
    for (Map.Entry<String, Histogram> line : lines.entrySet()) {
      if (number == 0) {
        ticks(svg, line.getValue());
      }
      String colour = COLOURS.get(number % COLOURS.size());
      draw(svg, line.getValue(), highest, colour);
      add(
          svg,
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"%s\">%s</text>",
          RIGHT,
          TOP + 14 + 16 * number++,
          colour,
          line.getKey());
    }
    return svg.append("</svg>\n").toString();
  }

  private static void draw(StringBuilder svg, Histogram values, double highest, String colour) {
    double[] shares = values.shares();
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < shares.length; i++) {
      double x = LEFT + (RIGHT - LEFT) * (double) i / shares.length;
      double y = BOTTOM - (BOTTOM - TOP) * shares[i] / highest;
      String to = i == 0 ? "M%1$.1f %2$.1fH%3$.1f" : "V%2$.1fH%3$.1f";
      double next = x + (RIGHT - LEFT) / (double) shares.length;
      path.append(String.format(Locale.ROOT, to, x, y, next));
    }
    add(svg, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\"/>", path, colour);
  }

  private static void ticks(StringBuilder svg, Histogram values) {
    int bins = values.shares().length;
    for (int i = 0; i <= 6; i++) {
      double x = LEFT + (RIGHT - LEFT) * i / 6.0;
      add(
          svg,
          "<text x=\"%.0f\" y=\"288\" text-anchor=\"middle\">%s</text>",
          x,
          String.format(Locale.ROOT, "%.3g", bins * values.width() * i / 6.0)
              .replaceAll("\\.0+$", ""));
    }
  }

  private static void add(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
