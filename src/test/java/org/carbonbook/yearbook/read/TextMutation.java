package org.carbonbook.yearbook.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A fault of a table in a text file. */
enum TextMutation {
  THOUSANDS_WITHOUT_QUOTES {
    @Override
    String apply(MutatedText text) {
      return text.set(text.figure(), "raw:261,369");
    }
  },
  DROP_FIELD {
    @Override
    String apply(MutatedText text) {
      MutatedText.Place place = text.figure();
      text.rows.get(place.row()).remove(0);
      return "row " + place.row();
    }
  },
  ADD_FIELD {
    @Override
    String apply(MutatedText text) {
      MutatedText.Place place = text.figure();
      text.rows.get(place.row()).add(1, "7");
      return "row " + place.row();
    }
  },
  SEMICOLONS {
    @Override
    String apply(MutatedText text) {
      text.delimiter = ";";
      return "all";
    }
  },
  TABS {
    @Override
    String apply(MutatedText text) {
      text.delimiter = "\t";
      return "all";
    }
  },
  SEPARATOR_IN_THE_FIRST_LINE {
    @Override
    String apply(MutatedText text) {
      text.before = "sep=,\n";
      return "first line";
    }
  },
  CARRIAGE_RETURNS {
    @Override
    String apply(MutatedText text) {
      text.lineEnd = "\r";
      return "all";
    }
  },
  GBK {
    @Override
    String apply(MutatedText text) {
      text.charset = Charset.forName("GB18030");
      return "all";
    }
  },
  UTF_16 {
    @Override
    String apply(MutatedText text) {
      text.charset = StandardCharsets.UTF_16;
      return "all";
    }
  },
  BYTE_ORDER_MARK {
    @Override
    String apply(MutatedText text) {
      text.before = "\uFEFF";
      return "first";
    }
  },
  CUT_IN_A_FIGURE("NO_LINE_END") {
    @Override
    String apply(MutatedText text) {
      MutatedText.Place place = text.lastFigure();
      while (text.rows.size() > place.row() + 1) {
        text.rows.remove(text.rows.size() - 1);
      }
      List<String> row = text.rows.get(place.row());
      while (row.size() > place.column() + 1) {
        row.remove(row.size() - 1);
      }
      text.set(place, text.get(place) + "91");
      text.cutCharacters = 2;
      return "row " + place.row();
    }
  },
  OPEN_QUOTE {
    @Override
    String apply(MutatedText text) {
      MutatedText.Place place = text.figure();
      return text.set(place, "raw:\"" + text.get(place));
    }
  },
  REPEAT_ROW {
    @Override
    String apply(MutatedText text) {
      MutatedText.Place place = text.figure();
      List<String> copy = new ArrayList<>(text.rows.get(place.row()));
      copy.set(place.column(), "7.5");
      text.rows.add(place.row(), copy);
      return "row " + place.row();
    }
  },
  SWAP_ROWS {
    @Override
    String apply(MutatedText text) {
      Collections.swap(text.rows, text.figure().row(), text.figure().row());
      return "two rows";
    }
  },
  SWAP_COLUMNS {
    @Override
    String apply(MutatedText text) {
      int a = text.figure().column();
      int b = text.figure().column();
      text.rows.stream()
          .filter(row -> row.size() > Math.max(a, b))
          .forEach(row -> Collections.swap(row, a, b));
      return a + " and " + b;
    }
  },
  STAR_LABEL {
    @Override
    String apply(MutatedText text) {
      MutatedText.Place label = new MutatedText.Place(text.figure().row(), 0);
      return text.set(label, "*" + text.get(label));
    }
  },
  HASH_LABEL {
    @Override
    String apply(MutatedText text) {
      MutatedText.Place label = new MutatedText.Place(text.figure().row(), 0);
      return text.set(label, "#" + text.get(label));
    }
  },
  RENAME_LABEL {
    @Override
    String apply(MutatedText text) {
      MutatedText.Place label = new MutatedText.Place(text.figure().row(), 0);
      return text.set(label, text.get(label) + "及其他");
    }
  },
  DROP_LABEL {
    @Override
    String apply(MutatedText text) {
      return text.set(new MutatedText.Place(text.figure().row(), 0), "");
    }
  },
  DROP_HEADING {
    @Override
    String apply(MutatedText text) {
      return text.set(new MutatedText.Place(text.heading(), text.figure().column()), "");
    }
  },
  NOTE_IN_THE_MIDDLE {
    @Override
    String apply(MutatedText text) {
      text.rows.add(text.figure().row(), List.of("注：规模以上口径。"));
      return "a row";
    }
  },
  PRINTED_IN_ANOTHER_WAY {
    @Override
    String apply(MutatedText text) {
      String[] ways = {
        "(%s)", "%s①", "%s*", "%s万吨", "%s-", "约%s", "%s1)", "<%s", "1O%s", "%s 110", "%s\n110",
        "60,%s5", "%s%%", "#REF!", "1月2日"
      };
      MutatedText.Place place = text.figure();
      String whole = text.get(place).replaceAll("\\..*|-", "");
      return text.set(place, ways[text.random.nextInt(ways.length)].formatted(whole));
    }

    @Override
    boolean hidesTheFigure() {
      return true;
    }
  },
  FULL_WIDTH_DIGITS {
    @Override
    String apply(MutatedText text) {
      MutatedText.Place place = text.figure();
      StringBuilder wide = new StringBuilder();
      text.get(place).chars().forEach(c -> wide.append((char) (c == '-' ? c : c + 0xFEE0)));
      return text.set(place, wide.toString());
    }
  },
  SCIENTIFIC_NOTATION {
    @Override
    String apply(MutatedText text) {
      MutatedText.Place place = text.figure();
      double value = Double.parseDouble(text.get(place));
      return text.set(place, String.format(Locale.ROOT, "%.1E", value * 1.0371));
    }

    @Override
    boolean hidesTheFigure() {
      return true;
    }
  };

  private final String reportedBy;

  TextMutation() {
    this("");
  }

  TextMutation(String reportedBy) {
    this.reportedBy = reportedBy;
  }

  /** Puts the fault into the text; where it was put. */
  abstract String apply(MutatedText text);

  /** The notice that may report it as less than an error; blank when there is none. */
  String reportedBy() {
    return reportedBy;
  }

  /** Whether the text no longer shows the figure, so that it must not be published. */
  boolean hidesTheFigure() {
    return false;
  }

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
