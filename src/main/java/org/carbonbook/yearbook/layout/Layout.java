package org.carbonbook.yearbook.layout;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.carbonbook.yearbook.vocabulary.LabelText;
import org.carbonbook.yearbook.vocabulary.Vocabulary;

/**
 * How a family of tables is recognised and read; one YAML file of {@code conf/layouts}. {@code
 * docs/methods/reading.md} explains every key.
 */
public record Layout(
    String name,
    String zh,
    String en,
    Kind kind,
    String source,
    Recognise recognise,
    FrameRule frame,
    StatedIn region,
    StatedIn year,
    Axis rows,
    Axis columns,
    UnitRule units,
    Defaults defaults,
    String blank,
    Map<String, String> notation,
    Outside outside,
    Map<String, List<String>> fields,
    List<AccountingIdentity> identities,
    DigitGroups digitGroups,
    Hidden hidden,
    BadCell badCell,
    List<KeyColumn> keys,
    Map<String, String> marks,
    Brackets brackets)
    implements Serializable {

  /** Whether a space between digits groups them, or separates two numbers. */
  public enum DigitGroups {
    NO_SPACES,
    SPACES
  }

  /** Whether hidden rows, columns and sheets are part of the table. */
  public enum Hidden {
    SKIP,
    READ
  }

  /** What a cell that is not a figure means for the rest of the table. */
  public enum BadCell {
    /** A figure that is missing would count as none, so the table is not published without it. */
    FAILS_TABLE,
    /** The figures stand for themselves; the cell is rejected and the others are published. */
    IS_LEFT_OUT
  }

  /** What a number in brackets is. */
  public enum Brackets {
    /** A minus or a footnote, so that the cell is rejected. */
    UNKNOWN,
    NEGATIVE
  }

  /**
   * A column beside the figures that says something about each row: its country, flow or product.
   *
   * @param heading matched on the compact heading of the column
   * @param kind what its cells name
   * @param crosswalk of a key that a crosswalk maps: its file
   * @param regions of a key that names regions: the codes of names that are printed in another way
   */
  public record KeyColumn(
      Pattern heading, AxisKind kind, String crosswalk, Map<String, String> regions)
      implements Serializable {

    /** The cells of the column read as the labels of an axis are. */
    public Axis axis() {
      return new Axis(kind, crosswalk, null, null, regions);
    }

    /** Whether a column with this heading is the key. */
    public boolean isHeadedBy(String label) {
      return heading.matcher(LabelText.compact(label)).matches();
    }
  }

  /** The crosswalk of the key columns of all tidy tables; its scopes are the columns' names. */
  public static final String TIDY_CROSSWALK = "tidy.csv";

  /** Labels on two axes, one record per row, or declared as not read. */
  public enum Kind {
    MATRIX,
    TIDY,
    IGNORE
  }

  /**
   * When a sheet is of this layout: every criterion that is given must hold.
   *
   * @param title matched on the compact text of a cell in the first rows
   * @param titleEn matched likewise; gives a second opinion on region and year, decides nothing
   * @param fileName matched on the compact file name without its ending
   * @param labels column or row labels that must all be in the sheet
   * @param rowLabels at least two cells of the label column match
   * @param columnLabels at least two cells of the heading row match
   * @param corner the cell where heading row and label column meet, blank when it is empty
   */
  record Recognise(
      Pattern title,
      Pattern titleEn,
      Pattern fileName,
      List<String> labels,
      Pattern rowLabels,
      Pattern columnLabels,
      Pattern corner)
      implements Serializable {

    Recognise {
      labels = labels == null ? List.of() : List.copyOf(labels);
    }
  }

  /**
   * Where the table's parts are: around an anchor cell, or from a fixed heading row.
   *
   * @param anchor the heading of the label column, matched on its compact text
   * @param anchorEn the heading of the English label column
   * @param headerRow the heading row counted from 1, notes above not counted; with no anchor
   * @param labelColumn the label column counted from 1; with no anchor
   * @param notes how a row begins that is a note
   */
  public record FrameRule(
      Pattern anchor, Pattern anchorEn, Integer headerRow, Integer labelColumn, Pattern notes)
      implements Serializable {}

  /**
   * Where region or year come from.
   *
   * @param from the places, of which the first that states it counts
   * @param byText what lines above the figures state about the region, in order, where none of the
   *     places states it. There is no default, because a table that does not name its region can be
   *     anybody's
   */
  public record StatedIn(List<Place> from, List<RegionText> byText) implements Serializable {

    public StatedIn {
      from = from == null ? List.of() : List.copyOf(from);
      byText = byText == null ? List.of() : List.copyOf(byText);
    }
  }

  /**
   * A line above the figures that states the region of the table.
   *
   * @param pattern of the whole compact line; its group {@code region} reads the region's name
   * @param region the region's code, null when the pattern reads the name
   */
  public record RegionText(Pattern pattern, String region) implements Serializable {}

  /** A place that can name region or year. */
  public enum Place {
    TITLE,
    TITLE_EN,
    FILE_NAME,
    SIDECAR,
    ROWS,
    COLUMNS
  }

  /**
   * What the labels of one axis are: years, or labels of a crosswalk.
   *
   * @param ignore the labels of lines that are not read, for example growth rates or codes
   * @param unit on columns: the heading of a column that prints the unit of each row
   * @param regions on an axis of regions: the codes of labels that name a region in another way
   */
  public record Axis(
      AxisKind kind, String crosswalk, Pattern ignore, Pattern unit, Map<String, String> regions)
      implements Serializable {

    public Axis {
      Map<String, String> compact = new HashMap<>();
      Map<String, String> given = regions == null ? Map.of() : regions;
      given.forEach((label, code) -> compact.put(LabelText.compact(label), code));
      regions = Map.copyOf(compact);
    }

    /** Whether the layout says that a line with this label is not read. */
    public boolean ignores(String label) {
      return ignore != null && ignore.matcher(LabelText.compact(label)).find();
    }

    /** Whether a column with this label prints the unit of each row. */
    public boolean isUnit(String label) {
      return unit != null && unit.matcher(LabelText.compact(label)).matches();
    }
  }

  /** Years, regions, or labels that a crosswalk maps. */
  public enum AxisKind {
    YEAR,
    REGION,
    CROSSWALK
  }

  /**
   * Where units are printed and which language decides.
   *
   * @param where in heading rows, in a line above the heading, or not at all (the crosswalk says)
   * @param decides the language whose unit counts when both are printed
   */
  public record UnitRule(UnitPlace where, Language decides) implements Serializable {}

  /** Where a table prints its units. */
  public enum UnitPlace {
    HEADER_ROWS,
    LINE,
    CROSSWALK,
    COLUMN
  }

  /** The language of a printed label or unit. */
  public enum Language {
    ZH,
    EN
  }

  /** What every figure of the table is, unless a label says otherwise. */
  public record Defaults(String indicator, String sector, String item, String basis)
      implements Serializable {}

  /** What numbers outside the frame are: {@code control}, {@code stray}, or absent for an error. */
  public record Outside(CellClass beforeData, CellClass afterData, SheetRule sheets)
      implements Serializable {}

  /** What the other sheets of a workbook are when no layout finds any trace of itself in them. */
  enum SheetRule {
    STRAY
  }

  /**
   * A sum that should hold in every line of the other axis.
   *
   * @param name how notices call it
   * @param axis the axis whose codes are added: {@code item} or {@code sector}
   * @param total the code of the total
   * @param parts the codes of the parts, with a leading minus where they are subtracted
   * @param except codes of the other axis for whose lines the sum is not meant
   * @param toleranceAbsolute the allowed difference in the printed unit
   * @param toleranceRelative the allowed difference as a share of the largest term
   */
  public record AccountingIdentity(
      String name,
      String axis,
      String total,
      List<String> parts,
      List<String> except,
      double toleranceAbsolute,
      double toleranceRelative)
      implements Serializable {

    public AccountingIdentity {
      parts = List.copyOf(parts);
      except = except == null ? List.of() : List.copyOf(except);
    }
  }

  public Layout {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(recognise, "recognise");
    region = region == null ? new StatedIn(null, null) : region;
    year = year == null ? new StatedIn(null, null) : year;
    defaults = defaults == null ? new Defaults(null, null, null, null) : defaults;
    notation = compacted(notation == null ? Map.of() : notation);
    outside = outside == null ? new Outside(null, null, null) : outside;
    fields = fields == null ? Map.of() : Map.copyOf(fields);
    identities = identities == null ? List.of() : List.copyOf(identities);
    digitGroups = digitGroups == null ? DigitGroups.NO_SPACES : digitGroups;
    hidden = hidden == null ? Hidden.SKIP : hidden;
    badCell = badCell == null ? BadCell.FAILS_TABLE : badCell;
    keys = keys == null ? List.of() : List.copyOf(keys);
    marks = marks == null ? Map.of() : Map.copyOf(marks);
    brackets = brackets == null ? Brackets.UNKNOWN : brackets;
  }

  /** Signs are looked up in the compact form of a cell. */
  private static Map<String, String> compacted(Map<String, String> notation) {
    Map<String, String> compacted = new HashMap<>();
    notation.forEach((sign, key) -> compacted.put(LabelText.compact(sign), key));
    return Map.copyOf(compacted);
  }

  /** The crosswalk files that the layout reads. */
  public List<String> listCrosswalks() {
    List<String> files = new ArrayList<>();
    if (kind == Kind.TIDY) {
      files.add(TIDY_CROSSWALK);
    }
    List<Axis> axes = new ArrayList<>(Arrays.asList(rows, columns));
    keys.forEach(key -> axes.add(key.axis()));
    for (Axis axis : axes) {
      if (axis != null && axis.crosswalk() != null) {
        files.add(axis.crosswalk());
      }
    }
    return files;
  }

  /**
   * Checks the references to the vocabulary, which the YAML parser cannot check.
   *
   * @throws IllegalArgumentException naming the layout and what is missing or not known
   */
  public void check(Vocabulary vocabulary) {
    String place = "conf/layouts/" + name + ".yaml";
    for (KeyColumn key : keys) {
      require(key.heading() != null && key.kind() != null, place, "a key needs heading and kind");
      require(
          key.kind() != AxisKind.CROSSWALK || key.crosswalk() != null,
          place,
          "a key of kind crosswalk needs the file, as in 'crosswalk: flows.csv'");
    }
    if (kind == Kind.MATRIX) {
      require(
          frame != null && rows != null && columns != null && units != null,
          place,
          "a matrix needs frame, rows, columns and units");
      require(
          frame.anchor() != null || (frame.headerRow() != null && frame.labelColumn() != null),
          place,
          "frame needs an anchor, or header_row and label_column");
      require(
          region.from().contains(Place.ROWS) == rowsNameRegions()
              && region.from().contains(Place.COLUMNS) == (columns.kind() == AxisKind.REGION),
          place,
          "region: rows (or their keys) and columns name regions where their kind is region, and nowhere else; take"
              + " it from the title or the sidecar");
    }
    vocabulary.indicators().requireCode(text(defaults.indicator()), place);
    vocabulary.sectors().requireCode(text(defaults.sector()), place);
    vocabulary.items().requireCode(text(defaults.item()), place);
    vocabulary.bases().requireCode(text(defaults.basis()), place);
  }

  private boolean rowsNameRegions() {
    return rows.kind() == AxisKind.REGION
        || keys.stream().anyMatch(key -> key.kind() == AxisKind.REGION);
  }

  private static void require(boolean holds, String place, String message) {
    if (!holds) {
      throw new IllegalArgumentException(place + ": " + message);
    }
  }

  private static String text(String code) {
    return code == null ? "" : code;
  }
}
