package org.carbonbook.export;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.carbonbook.lake.Lake;
import org.carbonbook.lake.LakeSession;
import org.carbonbook.lake.TableDefinition;
import org.carbonbook.lake.WriteContext;
import org.carbonbook.mart.ColumnUnits;
import org.carbonbook.mart.Release;
import org.carbonbook.mart.Releases;

/** A lake whose marts have everything that an export could break: names, texts, types, no rows. */
final class OddLake {

  static final String ODD =
      """
      table: mart.odd
      zh: 怪“表”'s
      en: It's an "odd" table
      key: [id]
      columns:
        - {name: id, type: int, zh: 号, en: Number, unit: none}
        - {name: 'said"x"', type: string, zh: 话, en: 'Someone''s "words"'}
        - {name: amount, type: "decimal(38,12)", zh: 量, en: Amount, unit: t}
        - {name: share, type: double, zh: 比例, en: Share}
        - {name: large, type: bigint, zh: 大数, en: Large number, unit: none}
        - {name: is_known, type: boolean, zh: 已知, en: Known}
        - {name: day, type: date, zh: 日, en: Day}
        - {name: at, type: timestamp, zh: 时刻, en: Instant}
        - {name: bytes, type: binary, zh: 字节, en: Bytes}
        - {name: list, type: "array<double>", zh: 列表, en: List}
        - {name: by_name, type: "map<string,int>", zh: 映射, en: Map}
        - {name: parts, type: "array<struct<fuel:string,t:double>>", zh: 部分, en: Parts}
      """;

  static final String NONE =
      """
      table: mart.none
      zh: 空表
      en: No rows
      key: [region_code]
      columns:
        - {name: region_code, type: string, zh: 地区, en: Region}
        - {name: co2_t, type: double, zh: 排放, en: Emission}
      """;

  /** What the second column has, in the order of the key; null is one of them. */
  static final List<String> TEXTS =
      Arrays.asList("=1+1", "", null, "a \"quoted\", text\nin two lines", "\\.", "湖北 – ✓");

  private final Lake lake;

  OddLake(Path folder) {
    lake = Lake.open(() -> LakeSession.open("tests"), folder.toString());
    publish(1, "x");
  }

  Lake lake() {
    return lake;
  }

  ExportDefinitions known() {
    Function<String, Optional<TableDefinition>> definitions =
        name ->
            name.equals("mart.odd")
                ? Optional.of(definition(ODD))
                : name.equals("mart.none")
                    ? Optional.of(definition(NONE))
                    : TableDefinition.findDefinition(name);
    return new ExportDefinitions(definitions, ColumnUnits.read(Path.of("conf")));
  }

  Release current() {
    return new Releases(lake).findCurrent().orElseThrow();
  }

  /** Publishes the tables, with a word in the map by which releases are told apart. */
  Release publish(int run, String word) {
    WriteContext context = new WriteContext("run-" + run, run, "odd");
    TableDefinition odd = definition(ODD);
    StringBuilder union = new StringBuilder();
    for (int i = 0; i < TEXTS.size(); i++) {
      union.append(i == 0 ? "" : " UNION ALL ").append(select(i, TEXTS.get(i), word));
    }
    Dataset<Row> rows = lake.spark().sql(union.toString());
    lake.table("mart.odd").replace(rows, odd, context);
    TableDefinition none = definition(NONE);
    lake.table("mart.none")
        .replace(lake.spark().createDataFrame(List.of(), none.schema()), none, context);
    return new Releases(lake)
        .publish(List.of("mart.odd", "mart.none"), Set.of(), context)
        .orElseThrow();
  }

  private static String select(int id, String text, String word) {
    String words =
        text == null
            ? "CAST(NULL AS STRING)"
            : "decode(unhex('%s'), 'UTF-8')"
                .formatted(
                    java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
    return """
    SELECT %d AS id, %s AS `said"x"`, CAST('12345678901234567890.123456789012' AS DECIMAL(38,12)) AS amount,
      double('%s') AS share, 9007199254740993 AS large, true AS is_known, date'2026-02-28' AS day,
      timestamp'2026-02-28T12:34:56.123456Z' AS at, unhex('00FF') AS bytes, array(1.5D, NULL, -2D) AS list,
      map('%s', 1) AS by_name, array(named_struct('fuel', '=coal', 't', 0.1D)) AS parts
    """
        .formatted(id, words, id == 0 ? "NaN" : "0.25", word);
  }

  private static TableDefinition definition(String yaml) {
    return TableDefinition.parse("odd.yaml", yaml);
  }
}
