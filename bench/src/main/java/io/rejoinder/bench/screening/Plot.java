package io.rejoinder.bench.screening;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Curves in the unit square, as SVG: one for each series, in its own colour, with a legend. */
final class Plot {

  private static final int SIDE = 400;
  private static final int MARGIN = 50;
  private static final int TICKS = 5;
  private static final int LINE = 18;
  private static final int BINS = 10;
  private static final List<String> COLOURS =
      List.of("#1b5fbf", "#b3401f", "#1d7a46", "#7a3fa0", "#8a6d00", "#555555");

  private Plot() {}

  /** Writes {@code roc.svg}, {@code precision-recall.svg} and {@code reliability.svg}. */
  static void write(Path folder, Map<String, List<Scored>> series) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("roc.svg"),
        svg("False positive rate", "True positive rate", series, Plot::roc));
    Files.writeString(
        folder.resolve("precision-recall.svg"),
        svg("Recall", "Precision", series, Plot::precisionRecall));
    Files.writeString(
        folder.resolve("reliability.svg"),
        svg("Probability told", "Share that is positive", series, Plot::reliability));
  }

  private static List<Point> roc(List<Scored> falling) {
    double positives = falling.stream().filter(Scored::positive).count();
    double negatives = falling.size() - positives;
    List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
    int found = 0;
    for (int i = 0; i < falling.size(); i++) {
      found += falling.get(i).positive() ? 1 : 0;
      points.add(new Point((i + 1 - found) / negatives, found / positives));
    }
    return points;
  }

  private static List<Point> precisionRecall(List<Scored> falling) {
    double positives = falling.stream().filter(Scored::positive).count();
    List<Point> points = new ArrayList<>();
    int found = 0;
    for (int i = 0; i < falling.size(); i++) {
      found += falling.get(i).positive() ? 1 : 0;
      points.add(new Point(found / positives, (double) found / (i + 1)));
    }
    return points;
  }

  private static List<Point> reliability(List<Scored> falling) {
    List<Point> points = new ArrayList<>();
    for (int bin = BINS - 1; bin >= 0; bin--) {
      List<Scored> in =
          falling.subList(bin * falling.size() / BINS, (bin + 1) * falling.size() / BINS);
      double told = in.stream().mapToDouble(Scored::probability).average().orElse(0);
      double share = in.stream().mapToDouble(one -> one.positive() ? 1 : 0).average().orElse(0);
      points.add(new Point(told, share));
    }
    return points;
  }

  private static String svg(String x, String y, Map<String, List<Scored>> series, Curve curve) {
    StringBuilder svg = new StringBuilder();
    int width = SIDE + 2 * MARGIN;
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
            .formatted(width, width + LINE * series.size()));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    axes(svg, x, y);
    int number = 0;
    for (Map.Entry<String, List<Scored>> one : series.entrySet()) {
      String colour = COLOURS.get(number % COLOURS.size());
      List<Scored> falling =
          one.getValue().stream()
              .sorted(Comparator.comparingDouble(Scored::probability).reversed())
              .toList();
      String points = curve.of(falling).stream().map(Plot::placed).collect(Collectors.joining(" "));
      svg.append(
          "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\" points=\"%s\"/>%n"
              .formatted(colour, points));
      svg.append(
          "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n"
              .formatted(MARGIN, width + LINE * number, colour, escaped(one.getKey())));
      number++;
    }
    return svg.append("</svg>\n").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static void axes(StringBuilder svg, String x, String y) {
    for (int tick = 0; tick <= TICKS; tick++) {
      double at = (double) tick / TICKS;
      svg.append(
          "<path d=\"M%s L%s M%s L%s\" stroke=\"#ddd\"/>%n"
              .formatted(
                  placed(new Point(at, 0)),
                  placed(new Point(at, 1)),
                  placed(new Point(0, at)),
                  placed(new Point(1, at))));
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>%n"
                  + "<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%.1f</text>%n",
              MARGIN + at * SIDE,
              MARGIN + SIDE + LINE,
              at,
              MARGIN - LINE / 3,
              MARGIN + (1 - at) * SIDE,
              at));
    }
    svg.append(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n"
            .formatted(MARGIN + SIDE / 2, MARGIN + SIDE + 2 * LINE, x));
    svg.append("<text x=\"%d\" y=\"%d\">%s</text>%n".formatted(LINE, MARGIN - LINE, y));
  }

  private static String placed(Point point) {
    return String.format(
        Locale.ROOT, "%.1f,%.1f", MARGIN + point.x() * SIDE, MARGIN + (1 - point.y()) * SIDE);
  }

  /** From the most to the least probable text, to points. */
  private interface Curve {
    List<Point> of(List<Scored> falling);
  }

  private record Point(double x, double y) {}
}
